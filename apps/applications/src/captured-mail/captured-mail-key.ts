/** The key to captured mail for a browser, which cannot be told to send a token: in a link once, then in a cookie. */
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';

const hashOf = (text: string) => createHash('sha256').update(text).digest();

@Injectable()
export class CapturedMailKey {
  private readonly key: string | undefined;
  private readonly isHttps: boolean;

  constructor(@Inject(ENV) env: Env) {
    this.key = env.CAPTURED_MAIL_KEY;
    this.isHttps = env.PUBLIC_URL?.startsWith('https:') ?? false;
  }

  /** In the address of the list alone. */
  isInLink({ query, routeOptions }: FastifyRequest): boolean {
    return routeOptions.url === '/captured-mail' && this.isKey((query as { key?: unknown }).key);
  }

  isInCookie(header = ''): boolean {
    const pairs = header.split(';').map((pair) => pair.trim());
    return pairs.some((pair) => pair.startsWith(`${this.name}=`) && this.isKey(pair.slice(this.name.length + 1)));
  }

  /**
   * A browser drops `Secure` and `__Host-` where it speaks plain http to another machine. `Lax`, because the link may be followed
   * from anywhere; nothing can be changed with it.
   */
  cookie(): string {
    const place = this.isHttps ? 'Path=/' : 'Path=/captured-mail';
    return [`${this.name}=${this.key}`, place, 'HttpOnly', 'SameSite=Lax', ...(this.isHttps ? ['Secure'] : [])].join(
      '; ',
    );
  }

  private get name(): string {
    return this.isHttps ? '__Host-rekindle-mail' : 'rekindle-mail';
  }

  private isKey(given: unknown): boolean {
    if (this.key === undefined || typeof given !== 'string') return false;
    return timingSafeEqual(hashOf(given), hashOf(this.key));
  }
}
