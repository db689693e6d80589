import { describe, expect, it } from '@jest/globals';
import { ehloNameOf, isEhloName, isThisMachine, loginBy } from './smtp-login.policy.js';

const ehlo = (...lines: string[]) =>
  ['250-mail.example', ...lines.map((line) => `250-${line}`), '250 HELP'].join('\r\n');

describe('the way to log in', () => {
  it.each([
    ['AUTH PLAIN LOGIN', 'PLAIN'],
    ['AUTH LOGIN XOAUTH2', 'LOGIN'],
    ['AUTH=LOGIN', 'LOGIN'],
    ['auth gssapi cram-md5', 'CRAM-MD5'],
  ])('is one that the server offers: %s', (line, by) => {
    expect(loginBy(ehlo('SIZE 1000', line), true)).toEqual({ by });
  });
  it('in clear does not tell the password where the server can do without', () => {
    expect(loginBy(ehlo('AUTH PLAIN CRAM-MD5'), false)).toEqual({ by: 'CRAM-MD5' });
  });
  it('is none where none is offered that we speak, whatever else the server can do', () => {
    const offered = ['XOAUTH2', 'GSSAPI', 'NTLM'];
    expect(loginBy(ehlo('AUTH XOAUTH2 GSSAPI NTLM'), true)).toEqual({ by: null, because: 'none_we_speak', offered });
    expect(loginBy(ehlo('X-AUTH PLAIN', 'SIZE'), true)).toEqual({ by: null, because: 'no_login_offered' });
    expect(loginBy('', true)).toEqual({ by: null, because: 'no_login_offered' });
  });
});

it.each([
  ['localhost', true],
  ['mail.localhost', true],
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['[::1]', true],
  ['::1', true],
  ['localhost.example.org', false],
  ['127.0.0.1.example.org', false],
  ['192.168.1.5', false],
  ['mail', false],
])('%s is this machine: %s', (host, isIt) => {
  expect(isThisMachine(host)).toBe(isIt);
});

it.each([
  ['crm.example.org', true],
  ['laptop', true],
  ['[192.0.2.7]', true],
  ['[IPv6:2001:db8::1]', true],
  ['', false],
  ['crm example', false],
  ['crm.example.org\r\nMAIL', false],
  ['-x-', false],
])('%j may be said in EHLO: %s', (name, may) => {
  expect(isEhloName(name)).toBe(may);
});

it.each([
  ['https://crm.example.org/', 'crm.example.org'],
  ['http://127.0.0.1:3000', null],
  ['http://[::1]:3000', null],
  ['http://laptop:3000', null],
  ['http://crm.localhost', null],
  ['nothing', null],
])('where people reach %s the server is told %s', (publicUrl, name) => {
  expect(ehloNameOf(publicUrl)).toBe(name);
});
