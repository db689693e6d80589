import { refusal } from '@app/contracts';
import { Database } from '@app/database';
import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from './caller-guard.js';
import { RequestRefused } from './problem.js';

@Public()
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: string }> {
    if (await this.database.isReachable()) return { status: 'ok' };
    throw new RequestRefused(503, refusal('unavailable', { whileAnswering: false }), {
      headers: { 'retry-after': '5' },
    });
  }
}
