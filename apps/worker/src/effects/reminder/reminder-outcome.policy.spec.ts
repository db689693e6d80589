import { say } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { settle } from '../email/letter-outcome.policy.js';
import { reminderSettlement } from './reminder-outcome.policy.js';

const doubtful = { kind: 'unconfirmed', why: say('connection_closed', { server: 'mail.example:25' }) } as const;
const refused = {
  kind: 'refused',
  code: 550,
  enhancedCode: '5.1.1',
  permanent: true,
  reply: '550 5.1.1 unknown',
  stage: 'recipient',
} as const;

describe('a reminder', () => {
  it.each([
    ['was accepted', { kind: 'accepted', reply: '250 OK' }],
    ['was refused', refused],
    ['was refused for now', { ...refused, code: 451, enhancedCode: '4.3.0', permanent: false }],
    ['met nobody', { kind: 'not_sent', why: say('no_answer_in_time', { server: 'mail.example:25' }) }],
  ] as const)('that %s is settled as a letter would be', (_what, outcome) => {
    expect(reminderSettlement(outcome, 1)).toEqual(settle(outcome, 1));
  });

  it('that may have arrived goes again after a minute: twice is better than never', () => {
    expect(reminderSettlement(doubtful, 1)).toEqual({ state: 'retrying', why: doubtful.why, afterMinutes: 1 });
  });

  it('is never left unconfirmed, and not tried for ever', () => {
    const states = Array.from({ length: 13 }, (_, index) => reminderSettlement(doubtful, index + 1).state);
    expect(states.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => 'retrying'));
    expect(states.slice(11)).toEqual(['failed', 'failed']);
  });
});
