import { expect, it } from '@jest/globals';
import { Paced } from './paced.js';

/** The clock is ours: what is to be later runs when the test says so. */
function paced() {
  const said: string[] = [];
  const later = new Set<() => void>();
  const start = (then: () => void) => {
    later.add(then);
    return () => later.delete(then);
  };
  const pace = new Paced((candidateId) => said.push(candidateId), start);
  const aSecondLater = () => {
    const due = [...later];
    later.clear();
    for (const then of due) then();
  };
  return { pace, said, later, aSecondLater };
}

it('says the first at once, and what comes within the second once, at its end', () => {
  const { pace, said, aSecondLater } = paced();
  for (let count = 0; count < 71; count += 1) pace.say('ada');
  expect(said).toEqual(['ada']);
  aSecondLater();
  expect(said).toEqual(['ada', 'ada']);
  pace.say('ada');
  expect(said).toEqual(['ada', 'ada']);
  aSecondLater();
  expect(said).toEqual(['ada', 'ada', 'ada']);
});

it('says nothing more where nothing came meanwhile, and the next one at once again', () => {
  const { pace, said, later, aSecondLater } = paced();
  pace.say('ada');
  aSecondLater();
  expect([said, later.size]).toEqual([['ada'], 0]);
  pace.say('ada');
  expect(said).toEqual(['ada', 'ada']);
});

it('lets nobody wait for somebody else', () => {
  const { pace, said } = paced();
  for (const candidateId of ['ada', 'ada', 'ben', 'ben']) pace.say(candidateId);
  expect(said).toEqual(['ada', 'ben']);
});

it('says nothing once it is closed', () => {
  const { pace, said, later, aSecondLater } = paced();
  for (const candidateId of ['ada', 'ada', 'ben']) pace.say(candidateId);
  pace.close();
  expect(later.size).toBe(0);
  aSecondLater();
  pace.say('eve');
  expect(said).toEqual(['ada', 'ben']);
});
