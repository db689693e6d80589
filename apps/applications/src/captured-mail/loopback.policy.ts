/** Is somebody asking from this very machine, and not a page elsewhere whose name was made to point here. */
import ipaddr from 'ipaddr.js';

interface Asked {
  /** The other end of the connection. */
  address: string | undefined;
  /** The Host header. */
  host: string | undefined;
  /** A proxy stands between: the other end is the proxy's, not the reader's. */
  isForwarded: boolean;
}

/** DNS rebinding gives a foreign name this machine's address; the browser still sends the foreign name as Host. */
export function isFromThisMachine({ address, host, isForwarded }: Asked): boolean {
  if (isForwarded || address === undefined || host === undefined) return false;
  return isLoopbackAddress(address) && isLoopbackHost(host);
}

function isLoopbackAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

function isLoopbackHost(host: string): boolean {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  if (name === 'localhost') return true;
  return ipaddr.IPv4.isValidFourPartDecimal(name) ? isLoopbackAddress(name) : name === '[::1]';
}
