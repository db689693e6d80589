import { refusal, say } from '@app/contracts';
import { Candidate, TestLetter } from '@app/database';
import { senderAddress } from '@app/follow-ups';
import { Ids, RuleViolation } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { RequestRefused } from '../http/problem.js';
import { shownBy } from './follow-up-brief.queries.js';
import { followUpById } from './follow-ups.queries.js';
import type { TestLetterAnswer } from './letter.schemas.js';
import { askedWithinTheHour, showTest } from './test-letters.queries.js';

const MOST_AN_HOUR = 5;

/** Asks the worker for a letter as a mail to the candidate. */
@Injectable()
export class TestLettersService {
  constructor(
    private readonly commands: Commands,
    private readonly ids: Ids,
    @Inject(ENV) private readonly env: Env,
  ) {}

  ask(caller: Caller, followUpId: string): Promise<TestLetterAnswer> {
    const { candidateId } = caller;
    return this.commands.inTurn(caller, async (tx) => {
      const { audience } = await followUpById(tx, followUpId);
      if (audience === 'candidate') throw notALetter();
      const candidate = await tx.findOneByOrFail(Candidate, { id: candidateId });
      const address = senderAddress(candidate, shownBy(this.env).mail);
      if (address === null) throw noAddress();
      if ((await askedWithinTheHour(tx, candidateId)) >= MOST_AN_HOUR) throw tooMany();
      const id = this.ids.next();
      await tx.insert(TestLetter, { id, candidateId, followUpId });
      return showTest(await tx.findOneByOrFail(TestLetter, { id }), address);
    });
  }
}

const notALetter = () => new RuleViolation(refusal('not_a_letter'));

const noAddress = () => new RuleViolation(say('sender_missing', { missing: 'address' }));

const tooMany = () =>
  new RequestRefused(429, refusal('too_many_tests', { most: MOST_AN_HOUR }), { headers: { 'retry-after': '3600' } });
