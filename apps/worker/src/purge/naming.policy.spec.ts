import { describe, expect, it } from '@jest/globals';
import { names } from './naming.policy.js';

describe('words name somebody', () => {
  it.each([
    ['Write to Al today.', 'Al'],
    ['Al', 'Al'],
    ['Al’s team, and then lunch', 'Al'],
    ["Al's team", 'Al'],
    ['(Al), perhaps', 'Al'],
    ['Also, ask Al.', 'Al'],
    ['Hello Зоя, wie geht es?', 'Зоя'],
    ['Ask J. Doe (Acme)+ about it', 'J. Doe (Acme)+'],
    ['Say "$&" once', '$&'],
    ['Ask Mary-Jane O’Brien.', 'Mary-Jane O’Brien'],
  ])('%s: %s', (text, name) => {
    expect(names(text, name, [])).toBe(true);
  });

  it.each([
    ['Also ask Alma, and Sal.', 'Al'],
    ['Ask Jo-Ann, or Mary-Jo.', 'Jo'],
    ['Ask O’Brien.', 'Brien'],
    ["Ask D'Angelo.", 'D'],
    ['Frage Zoë.', 'Zo'],
    ['Ask Zoe\u0308.', 'Zoe'],
    ['Зоянка', 'Зоя'],
    ['Ask al.', 'Al'],
  ])('not so %s: %s', (text, name) => {
    expect(names(text, name, [])).toBe(false);
  });

  it('not where it is a part of the name of somebody who is there', () => {
    const others = ['Jo Smith', 'Jo'];
    expect(names('Write to Jo Smith.', 'Jo', others)).toBe(false);
    expect(names('Write to Jo Smith, or to Jo.', 'Jo', others)).toBe(true);
  });
});
