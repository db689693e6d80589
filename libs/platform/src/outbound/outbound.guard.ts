/** Keeps requests made on a user's word (webhooks, boards, mail servers) away from private addresses. */
import { lookup as systemLookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { isAllowed, isPublicAddress, type AllowList } from './address.policy.js';
import { guardedAgent } from './guarded-agent.js';
import { OutboundRefused } from './outbound-refused.js';

export type HostLookup = (hostname: string) => Promise<readonly string[]>;

const IDLE_CONNECTION_MS = 4_000;

export class OutboundGuard {
  private readonly http: http.Agent;
  private readonly https: https.Agent;

  constructor(
    private readonly allow: AllowList,
    private readonly lookup: HostLookup = addressesFromSystem,
  ) {
    const reuse = { keepAlive: true, timeout: IDLE_CONNECTION_MS };
    this.http = guardedAgent(new http.Agent(reuse), this);
    this.https = guardedAgent(new https.Agent(reuse), this);
  }

  /** Resolves and accepts the URL, or throws `OutboundRefused`. Connects to nothing. */
  async checkUrl(url: string): Promise<void> {
    if (!URL.canParse(url)) throw OutboundRefused.urlNotHttp({ since: 'no_url' });
    const parsed = new URL(url);
    requirePlainHttp(parsed);
    await this.addressesOf(parsed.hostname.replace(/^\[|\]$/g, ''));
  }

  /** The agent to request this URL with: it resolves, checks and connects in one step, whatever was checked before. */
  agentFor(url: URL): http.Agent | https.Agent {
    requirePlainHttp(url);
    return url.protocol === 'https:' ? this.https : this.http;
  }

  /** The addresses this host may be reached at, or `OutboundRefused`; for clients that connect by themselves. */
  async addressesOf(hostname: string): Promise<readonly string[]> {
    const answers = isIP(hostname) === 0 ? await this.resolve(hostname) : [hostname];
    const accepted = answers.filter((address) => this.accepts(hostname, address));
    // `localhost` often answers ::1 beside the 127.0.0.1 that the operator trusts: only what is trusted is used then.
    const trusted = answers.some((address) => isAllowed(this.allow, { hostname, address }));
    if (accepted.length < answers.length && !trusted) throw OutboundRefused.addressNotPublic(hostname);
    return accepted;
  }

  accepts(hostname: string, address: string): boolean {
    return isPublicAddress(address) || isAllowed(this.allow, { hostname, address });
  }

  private async resolve(hostname: string): Promise<readonly string[]> {
    const answers = await this.lookup(hostname).catch(() => []);
    if (answers.length === 0) throw OutboundRefused.hostUnresolvable(hostname);
    return answers;
  }
}

async function addressesFromSystem(hostname: string): Promise<readonly string[]> {
  const answers = await systemLookup(hostname, { all: true });
  return answers.map(({ address }) => address);
}

function requirePlainHttp(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw OutboundRefused.urlNotHttp({ since: 'scheme', scheme: url.protocol });
  }
  if (url.username !== '' || url.password !== '') {
    throw OutboundRefused.urlNotHttp({ since: 'credentials' });
  }
  if (url.port === '0') throw OutboundRefused.urlNotHttp({ since: 'port' });
}
