/** Which network addresses a request made on a user's word may reach. */
import ipaddr from 'ipaddr.js';

type Block = [ipaddr.IPv4 | ipaddr.IPv6, number];

export interface AllowList {
  readonly hosts: ReadonlySet<string>;
  readonly blocks: readonly Block[];
}

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;
const NUMERIC_LABEL = /^(\d+|0x[0-9a-f]*)$/;

export function isPublicAddress(ip: string): boolean {
  const address = parseStrictly(ip);
  if (address === null || address.range() !== 'unicast') return false;
  // ipaddr.js calls ::/8 unicast, where IPv4-compatible addresses such as ::a00:1 (10.0.0.1) live.
  return address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST);
}

/** Reads `OUTBOUND_ALLOW`: hosts, addresses and CIDRs, separated by commas. */
export function parseAllowList(text: string): AllowList {
  const hosts = new Set<string>();
  const blocks: Block[] = [];
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (entry === '') continue;
    const block = parseBlock(entry);
    if (block !== null) blocks.push(block);
    else if (isHostName(withoutRootDot(entry))) hosts.add(withoutRootDot(entry));
    else {
      throw new Error(
        `OUTBOUND_ALLOW: "${entry}" is not a host name, an IP address or a CIDR. ` +
          'Write for example "receiver.internal, 127.0.0.1/32, fd00::/8": no scheme, no port, no wildcard.',
      );
    }
  }
  return { hosts, blocks };
}

export function isAllowed(allow: AllowList, target: { hostname: string; address: string }): boolean {
  if (allow.hosts.has(withoutRootDot(target.hostname))) return true;
  const address = parseStrictly(target.address);
  if (address === null) return false;
  const plain = unmapped(address);
  return allow.blocks.some(([network, bits]) => network.kind() === plain.kind() && plain.match(network, bits));
}

function parseBlock(entry: string): Block | null {
  if (ipaddr.IPv4.isValidCIDRFourPartDecimal(entry) || ipaddr.IPv6.isValidCIDR(entry)) {
    const [network, bits] = ipaddr.parseCIDR(entry);
    const plain = unmapped(network);
    return [plain, plain === network ? bits : Math.max(0, bits - 96)];
  }
  const address = parseStrictly(entry);
  if (address === null) return null;
  const plain = unmapped(address);
  return [plain, plain.kind() === 'ipv4' ? 32 : 128];
}

/** Only the one spelling that every resolver reads alike: 0177.0.0.1, 0x7f.1 and 2130706433 are no addresses here. */
function parseStrictly(ip: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(ip)) return ipaddr.IPv4.parse(ip);
  return ipaddr.IPv6.isValid(ip) ? ipaddr.IPv6.parse(ip) : null;
}

function unmapped(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

function isHostName(name: string): boolean {
  const labels = name.split('.');
  return name.length <= 253 && labels.every((label) => LABEL.test(label)) && !NUMERIC_LABEL.test(labels.at(-1) ?? '');
}

function withoutRootDot(hostname: string): string {
  return hostname.toLowerCase().replace(/\.$/, '');
}
