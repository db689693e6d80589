import { describe, expect, it } from '@jest/globals';
import { LocalEnv } from './env.js';

describe('what a start is told', () => {
  it.each([
    ['OWNER_EMAIL', 'jörg@müller.example'],
    ['OWNER_EMAIL', 'olena+jobs@example.org'],
    ['OWNER_NAME', 'Jörg Müller'],
    ['REKINDLE_API_TOKEN', 'rkd_long-enough'],
  ])('is taken as the services take it: %s=%s', (name, value) => {
    expect(LocalEnv.safeParse({ [name]: value }).success).toBe(true);
  });

  it.each([
    ['OWNER_EMAIL', 'Olena <olena@example.org>', 'must be one e-mail address'],
    ['OWNER_NAME', 'Olena\nKoval', 'single line'],
    ['REKINDLE_API_TOKEN', 'short', '8 or more characters'],
    ['REKINDLE_API_TOKEN', 'schlüssel-zum-glück', '8 or more characters'],
  ])('is refused before anything starts where they would refuse it: %s=%s', (name, value, complaint) => {
    expect(LocalEnv.safeParse({ [name]: value }).error?.issues[0]?.message).toContain(complaint);
  });
});
