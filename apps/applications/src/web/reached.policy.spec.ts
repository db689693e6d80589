import { describe, expect, it } from '@jest/globals';
import { reached } from './reached.policy.js';

describe('a reader who came to', () => {
  it.each([
    ['127.0.0.1:3000', '127.0.0.1:3000', 'here'],
    ['crm.example.org', 'crm.example.org', 'here'],
    ['CRM.example.org', 'crm.example.org', 'here'],
    // Nobody says by which name: HTTP/1.0.
    [undefined, 'crm.example.org', 'here'],
    // Another name of this machine.
    ['localhost:3000', '127.0.0.1:3000', 'elsewhere on this machine'],
    ['127.0.0.1:3000', 'localhost:3000', 'elsewhere on this machine'],
    ['[::1]:3000', '127.0.0.1:3000', 'elsewhere on this machine'],
    ['rekindle.localhost:3000', '127.0.0.1:3000', 'elsewhere on this machine'],
    ['localhost:3000', '192.168.1.5:3000', 'elsewhere on this machine'],
    // A proxy with its defaults names us as it reaches us: the address in the browser is another one.
    ['127.0.0.1:3000', 'crm.example.org', 'here'],
    ['127.0.0.1:3000', '192.168.1.5', 'here'],
    // Another port is another thing: whether anything listens at the one of the setting, nobody knows.
    ['localhost:8080', '127.0.0.1:3000', 'elsewhere'],
    ['192.168.1.5:3000', '127.0.0.1:3000', 'elsewhere'],
    ['evil.example', '127.0.0.1:3000', 'elsewhere'],
    ['192.168.1.5:3000', 'crm.example.org', 'elsewhere'],
    ['localhost.evil.example:3000', '127.0.0.1:3000', 'elsewhere'],
    ['127.0.0.1.evil.example:3000', '127.0.0.1:3000', 'elsewhere'],
    ['no host at all', '127.0.0.1:3000', 'elsewhere'],
  ] as const)('%s, of an installation at %s, is %s', (host, site, answer) => {
    expect(reached(host, site)).toBe(answer);
  });
});
