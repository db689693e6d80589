/** Makes an HTTP agent connect to nothing but the addresses that were checked for this very connection. */
import type { Agent, ClientRequestArgs } from 'node:http';
import { isIP, Socket, type LookupFunction } from 'node:net';
import type { Duplex } from 'node:stream';
import { OutboundRefused } from './outbound-refused.js';

export interface AddressGate {
  accepts(hostname: string, address: string): boolean;
  addressesOf(hostname: string): Promise<readonly string[]>;
}

export function guardedAgent<A extends Agent>(agent: A, gate: AddressGate): A {
  const connect = agent.createConnection.bind(agent);

  agent.createConnection = (options: ClientRequestArgs, done?: (error: Error | null, socket: Duplex) => void) => {
    const host = options.host ?? 'localhost';
    // Node asks no lookup for an address, so an address has to be checked here.
    if (isIP(host) !== 0 && !gate.accepts(host, host))
      return refused(host, done as ((error: Error) => void) | undefined);

    const socket = connect({ ...options, lookup: guardedLookup(gate) }, done);
    if (socket instanceof Socket) {
      // Whoever waited for it may be gone by then, and an error that nobody hears ends the process.
      socket.on('error', () => undefined);
      socket.once('connect', () => {
        if (!gate.accepts(host, socket.remoteAddress ?? '')) socket.destroy(OutboundRefused.addressNotPublic(host));
      });
    }
    return socket;
  };

  return agent;
}

function guardedLookup(gate: AddressGate): LookupFunction {
  return (hostname, options, answer) => {
    gate.addressesOf(hostname).then(
      (addresses) => {
        const answers = addresses.map((address) => ({ address, family: isIP(address) }));
        if (options.all) answer(null, answers);
        else answer(null, answers[0]?.address ?? '', answers[0]?.family);
      },
      (error: Error) => answer(error, []),
    );
  };
}

/** By the callback: a socket that is destroyed before anybody listens is an uncaught error below Node 24. */
function refused(host: string, done?: (error: Error) => void): undefined {
  if (done === undefined) throw OutboundRefused.addressNotPublic(host);
  process.nextTick(done, OutboundRefused.addressNotPublic(host));
}
