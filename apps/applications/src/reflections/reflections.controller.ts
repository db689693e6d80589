import { id as uuid } from '@app/contracts';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, Conditional } from '../http/answers.js';
import { type Caller, CandidateId, CurrentCaller } from '../http/caller.js';
import { reflectionAnswer, type ReflectionAnswer, reflectionBody, type ReflectionBody } from './reflections.schemas.js';
import { ReflectionsService } from './reflections.service.js';

@ApiTags('applications')
@Controller('api/v1/applications/:id/reflection')
export class ReflectionsController {
  constructor(private readonly reflections: ReflectionsService) {}

  @Get()
  @Answers(reflectionAnswer)
  getReflection(
    @CandidateId() candidateId: string,
    @Param('id', { schema: uuid }) id: string,
  ): Promise<ReflectionAnswer> {
    return this.reflections.get(candidateId, id);
  }

  @Put()
  @Answers(reflectionAnswer)
  @Conditional()
  keepReflection(
    @CurrentCaller() caller: Caller,
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: reflectionBody }) body: ReflectionBody,
  ): Promise<ReflectionAnswer> {
    return this.reflections.put(caller, id, body);
  }
}
