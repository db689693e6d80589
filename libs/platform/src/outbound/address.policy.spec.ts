import { describe, expect, it } from '@jest/globals';
import { isAllowed, isPublicAddress, parseAllowList } from './address.policy.js';

describe('a public address', () => {
  it.each([
    ['8.8.8.8', 'a resolver'],
    ['1.1.1.1', 'a resolver'],
    ['93.184.216.34', 'a web server'],
    ['100.63.255.255', 'just below CGNAT'],
    ['100.128.0.0', 'just above CGNAT'],
    ['126.255.255.255', 'just below loopback'],
    ['128.0.0.1', 'just above loopback'],
    ['172.15.255.255', 'just below 172.16/12'],
    ['172.32.0.0', 'just above 172.16/12'],
    ['192.167.255.255', 'just below 192.168/16'],
    ['198.17.255.255', 'just below benchmarking'],
    ['223.255.255.255', 'just below multicast'],
    ['2606:4700:4700::1111', 'a resolver'],
    ['2a00:1450:4001:81b::200e', 'a web server'],
    ['3ffe::1', 'global unicast'],
  ])('is %s (%s)', (ip) => {
    expect(isPublicAddress(ip)).toBe(true);
  });
});

describe('no public address', () => {
  it.each([
    ['0.0.0.0', 'unspecified'],
    ['0.1.2.3', 'this network'],
    ['10.0.0.1', 'private'],
    ['10.255.255.255', 'private'],
    ['100.64.0.1', 'CGNAT'],
    ['100.127.255.255', 'CGNAT'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['169.254.169.254', 'cloud metadata'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.0.0.8', 'protocol assignments'],
    ['192.0.2.1', 'documentation'],
    ['192.88.99.1', '6to4 relay'],
    ['192.168.1.1', 'private'],
    ['192.52.193.1', 'AMT'],
    ['192.175.48.1', 'AS112'],
    ['198.18.0.1', 'benchmarking'],
    ['198.19.255.255', 'benchmarking'],
    ['198.51.100.1', 'documentation'],
    ['203.0.113.1', 'documentation'],
    ['224.0.0.1', 'multicast'],
    ['239.255.255.255', 'multicast'],
    ['240.0.0.1', 'class E'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['0:0:0:0:0:0:0:1', 'loopback, written out'],
    ['::a00:1', 'IPv4-compatible 10.0.0.1'],
    ['::127.0.0.1', 'IPv4-compatible loopback'],
    ['::ffff:127.0.0.1', 'v4-mapped loopback'],
    ['::ffff:7f00:1', 'v4-mapped loopback in hex'],
    ['::ffff:10.0.0.1', 'v4-mapped private'],
    ['::ffff:8.8.8.8', 'v4-mapped, whatever is inside'],
    ['::ffff:0:127.0.0.1', 'IPv4-translated'],
    ['64:ff9b::7f00:1', 'NAT64 loopback'],
    ['64:ff9b::808:808', 'NAT64, whatever is inside'],
    ['64:ff9b:1::1', 'local NAT64'],
    ['100::1', 'discard'],
    ['2001::1', 'Teredo'],
    ['2001:2::1', 'benchmarking'],
    ['2001:10::1', 'ORCHID'],
    ['2001:20::1', 'ORCHIDv2'],
    ['2001:db8::1', 'documentation'],
    ['2002:7f00:1::', '6to4 of loopback'],
    ['2002:808:808::1', '6to4, whatever is inside'],
    ['3fff::1', 'documentation'],
    ['4000::1', 'not assigned'],
    ['5f00::1', 'segment routing'],
    ['fc00::1', 'ULA'],
    ['fd00:ec2::254', 'cloud metadata'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['0177.0.0.1', 'octal'],
    ['0x7f.0.0.1', 'hex'],
    ['0x7f000001', 'hex in one'],
    ['2130706433', 'decimal in one'],
    ['127.1', 'short'],
    ['010.8.8.8', 'octal or decimal, as the reader likes'],
    ['8.8.8.8.', 'a dot too many'],
    ['[2606:4700:4700::1111]', 'in brackets'],
    ['example.com', 'a name'],
    ['', 'nothing'],
  ])('is %s (%s)', (ip) => {
    expect(isPublicAddress(ip)).toBe(false);
  });
});

describe('the allow list', () => {
  const allow = parseAllowList(
    ' Receiver.Internal. , 127.0.0.1/32,10.1.0.0/16, ::1 ,fd00:1::/32, ::ffff:192.168.7.0/120,',
  );

  it.each([
    ['receiver.internal', '10.9.9.9', 'a host, whatever it resolves to'],
    ['RECEIVER.internal.', '::1', 'a host in another spelling'],
    ['localhost', '127.0.0.1', 'an address of a block'],
    ['127.0.0.1', '127.0.0.1', 'a literal'],
    ['::ffff:7f00:1', '::ffff:7f00:1', 'a v4-mapped literal of a block'],
    ['x.test', '10.1.200.3', 'an address within a wide block'],
    ['x.test', '::1', 'a single address'],
    ['x.test', 'fd00:1::5', 'an IPv6 block'],
    ['x.test', '192.168.7.9', 'a block written v4-mapped'],
  ])('trusts %s at %s: %s', (hostname, address) => {
    expect(isAllowed(allow, { hostname, address })).toBe(true);
  });

  it.each([
    ['sub.receiver.internal', '10.9.9.9', 'a name below a host'],
    ['x.test', '127.0.0.2', 'the neighbour of a /32'],
    ['x.test', '10.2.0.1', 'outside the block'],
    ['x.test', '::2', 'the neighbour of a single address'],
    ['x.test', 'fd00:2::5', 'outside the IPv6 block'],
    ['x.test', '192.168.8.1', 'outside the v4-mapped block'],
    ['x.test', 'nonsense', 'no address'],
  ])('does not trust %s at %s: %s', (hostname, address) => {
    expect(isAllowed(allow, { hostname, address })).toBe(false);
  });

  it('trusts nobody when it is empty', () => {
    expect(isAllowed(parseAllowList(''), { hostname: 'localhost', address: '127.0.0.1' })).toBe(false);
  });

  it.each([
    'http://receiver.internal',
    'receiver.internal:8080',
    '*.internal',
    '10.0.0.0/33',
    '10.0.0/8',
    '127.1',
    '2130706433',
    '0x7f000001',
    '256.1.1.1',
    '[::1]',
    '::1/129',
    'a b',
    '-x.test',
    'x..test',
    'пошта.укр',
  ])('says what is wrong with %s', (entry) => {
    expect(() => parseAllowList(`127.0.0.1/32,${entry}`)).toThrow(`OUTBOUND_ALLOW: "${entry}" is not a host name`);
  });
});
