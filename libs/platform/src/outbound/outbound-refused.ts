/** Why a request was not made. The message goes to users: it names the host, never what it resolves to. */
export type OutboundRefusal = 'url_not_http' | 'host_unresolvable' | 'address_not_public';

export class OutboundRefused extends Error {
  constructor(
    readonly code: OutboundRefusal,
    message: string,
  ) {
    super(message);
    this.name = 'OutboundRefused';
  }

  static urlNotHttp(what: string): OutboundRefused {
    return new OutboundRefused('url_not_http', `${what}. Use a plain http:// or https:// URL.`);
  }

  static hostUnresolvable(host: string): OutboundRefused {
    return new OutboundRefused('host_unresolvable', `The host "${host}" cannot be resolved. Check its spelling.`);
  }

  static addressNotPublic(host: string): OutboundRefused {
    return new OutboundRefused(
      'address_not_public',
      `The host "${host}" does not lead to a public address. An operator who trusts it can add it to OUTBOUND_ALLOW.`,
    );
  }
}
