/** Why a request was not made: a code and facts. What is said of it names the host, never what it resolves to. */
export type OutboundRefusal = 'url_not_http' | 'host_unresolvable' | 'address_not_public';

type NotHttp = { since: 'no_url' | 'credentials' | 'port' } | { since: 'scheme'; scheme: string };

export class OutboundRefused extends Error {
  constructor(
    readonly code: OutboundRefusal,
    readonly facts: NotHttp | { host: string },
  ) {
    super(`${code}: ${JSON.stringify(facts)}`);
    this.name = 'OutboundRefused';
  }

  static urlNotHttp(facts: NotHttp): OutboundRefused {
    return new OutboundRefused('url_not_http', facts);
  }

  static hostUnresolvable(host: string): OutboundRefused {
    return new OutboundRefused('host_unresolvable', { host });
  }

  static addressNotPublic(host: string): OutboundRefused {
    return new OutboundRefused('address_not_public', { host });
  }
}
