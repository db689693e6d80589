import { DEFAULT_SETTINGS, type Settings, settings, type SettingsPatch, settingsPatch } from '@app/contracts';
import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Conditional } from '../http/answers.js';
import { AnswersOrPreviews } from '../previews/may-be-dry.js';
import { type DryRunQuery, dryRunQuery, type PreviewAnswer } from '../previews/previews.schemas.js';
import { Previews } from '../previews/previews.service.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import { HolidaysAhead } from './holidays-ahead.service.js';
import { holidaysAnswer, type HolidaysAnswer } from './holidays-ahead.schemas.js';
import { meAnswer, type MeAnswer, mePatch, type MePatch } from './settings.schemas.js';
import { SettingsService } from './settings.service.js';

@ApiTags('settings')
@Controller('api/v1')
export class SettingsController {
  constructor(
    private readonly service: SettingsService,
    private readonly previews: Previews,
    private readonly holidays: HolidaysAhead,
  ) {}

  @Get('settings')
  @Answers(settings)
  getSettings(@CandidateId() candidateId: string): Promise<Settings> {
    return this.service.settings(candidateId);
  }

  @Patch('settings')
  @AnswersOrPreviews(settings)
  @Conditional()
  changeSettings(
    @CurrentCaller() caller: Caller,
    @Query({ schema: dryRunQuery }) query: DryRunQuery,
    @Body({ schema: settingsPatch }) patch: SettingsPatch,
  ): Promise<Settings | PreviewAnswer> {
    return this.previews.answer(caller, query, (as) => this.service.changeSettings(as, patch));
  }

  /** What holds where nothing was said. */
  @Get('settings/defaults')
  @Answers(settings)
  getDefaultSettings(): Settings {
    return DEFAULT_SETTINGS;
  }

  @Get('settings/holidays')
  @Answers(holidaysAnswer)
  listHolidaysAhead(@CandidateId() candidateId: string): Promise<HolidaysAnswer> {
    return this.holidays.show(candidateId);
  }

  @Get('me')
  @Answers(meAnswer)
  getMe(@CandidateId() candidateId: string): Promise<MeAnswer> {
    return this.service.me(candidateId);
  }

  @Patch('me')
  @Answers(meAnswer)
  @Conditional()
  changeMe(@CurrentCaller() caller: Caller, @Body({ schema: mePatch }) patch: MePatch): Promise<MeAnswer> {
    return this.service.changeMe(caller, patch);
  }
}
