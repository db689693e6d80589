import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers } from '../http/answers.js';
import { CandidateId } from '../http/caller.js';
import { instanceAnswer, type InstanceAnswer } from './instance.schemas.js';
import { InstanceService } from './instance.service.js';

@ApiTags('instance')
@Controller('api/v1/instance')
export class InstanceController {
  constructor(private readonly instance: InstanceService) {}

  @Get()
  @Answers(instanceAnswer)
  getInstance(@CandidateId() candidateId: string): Promise<InstanceAnswer> {
    return this.instance.get(candidateId);
  }
}
