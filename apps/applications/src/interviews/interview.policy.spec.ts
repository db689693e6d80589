import { STAGES } from '@app/contracts';
import { describe, expect, it } from '@jest/globals';
import { MOST_INTERVIEWS, requireInterviewStage, requireRoom } from './interview.policy.js';

describe('an interview', () => {
  it.each(STAGES)('of an application that is %s lies ahead only before an offer', (stage) => {
    const require = () => requireInterviewStage(stage);
    if (['applied', 'screening', 'interview'].includes(stage)) expect(require).not.toThrow();
    else expect(require).toThrow(expect.objectContaining({ code: 'no_interview_ahead', facts: { stage } }));
  });

  it('is one of fifty at most', () => {
    expect(() => requireRoom(MOST_INTERVIEWS - 1)).not.toThrow();
    expect(() => requireRoom(MOST_INTERVIEWS)).toThrow(expect.objectContaining({ code: 'too_many_interviews' }));
  });
});
