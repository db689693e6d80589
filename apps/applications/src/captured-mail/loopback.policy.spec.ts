import { describe, expect, it } from '@jest/globals';
import { isFromThisMachine } from './loopback.policy.js';

const asked = { address: '127.0.0.1', host: 'localhost:3000', isForwarded: false };

describe('a reader on this machine', () => {
  it.each([
    ['127.0.0.1', 'localhost:3000'],
    ['127.0.0.1', '127.0.0.1:3000'],
    ['::ffff:127.0.0.1', 'LOCALHOST'],
    ['::1', '[::1]:3000'],
    ['127.8.8.8', '127.8.8.8'],
  ])('comes from %s and asks for %s', (address, host) => {
    expect(isFromThisMachine({ ...asked, address, host })).toBe(true);
  });
});

describe('is somebody else', () => {
  it.each(['192.168.1.5', '10.0.0.1', '8.8.8.8', '::ffff:10.0.0.1', 'fe80::1', '', undefined])(
    'who comes from %s',
    (address) => {
      expect(isFromThisMachine({ ...asked, address })).toBe(false);
    },
  );

  it.each([
    'evil.example:3000',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '192.168.1.5',
    '[::2]',
    '',
    undefined,
  ])('who asks for %s', (host) => {
    expect(isFromThisMachine({ ...asked, host })).toBe(false);
  });

  it('who comes through a proxy on this machine', () => {
    expect(isFromThisMachine({ ...asked, isForwarded: true })).toBe(false);
  });
});
