/** Opens the session of a browser: with a token, with a code that a token asked for, or freely where all data are invented. */
import { OWNER_ID, refusal } from '@app/contracts';
import { type CredentialHolder, Database } from '@app/database';
import { Ids, isWholeSecret, newSecret, secretHash } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Env } from '../env.js';
import { ENV } from '../foundation.module.js';
import { CHALLENGE, type Shown } from '../http/authentication.js';
import type { Caller } from '../http/caller.js';
import { Commands } from '../http/commands.js';
import { memberError, RequestRefused } from '../http/problem.js';
import { SESSION_PREFIX } from '../http/session-cookie.js';
import { Site } from '../http/site.js';
import { insertCode, insertSession, useUp } from './sessions.queries.js';
import type { SignInBody, SignInCodeAnswer } from './sessions.schemas.js';

const CODE_PREFIX = 'rkc';

export interface SignedIn {
  /** What the cookie holds. */
  secret: string;
  shown: Shown;
}

type Opened = Pick<CredentialHolder, 'candidateId' | 'scopes'> & { openedBy: string | null };

@Injectable()
export class SignInsService {
  constructor(
    private readonly database: Database,
    private readonly commands: Commands,
    private readonly ids: Ids,
    private readonly site: Site,
    @Inject(ENV) private readonly env: Env,
  ) {}

  signIn(body: SignInBody, browser: string): Promise<SignedIn> {
    if ('token' in body) return this.withToken(body.token.trim(), browser);
    return 'code' in body ? this.withCode(body.code.trim(), browser) : this.asVisitor(browser);
  }

  /** A session may not make what outlives it. */
  makeCode(caller: Caller, { kind, id: openedBy, scopes }: Shown): Promise<SignInCodeAnswer> {
    if (kind !== 'token') throw new RequestRefused(403, refusal('token_required'));
    const { candidateId } = caller;
    return this.commands.run(caller, async (tx) => {
      const [id, code] = [this.ids.next(), newSecret(CODE_PREFIX)];
      const hash = secretHash(code);
      const expiresAt = await insertCode(tx, { id, candidateId, name: 'link', hash, scopes, openedBy });
      return { code, url: `${this.site.url}/sign-in#${code}`, expiresAt: expiresAt.toISOString() };
    });
  }

  private async withToken(token: string, browser: string): Promise<SignedIn> {
    const holder = await this.holderOf(token, 'token');
    return this.database.asCandidate(holder.candidateId, (tx) =>
      this.open(tx, { ...holder, openedBy: holder.id }, browser),
    );
  }

  /** Of several who come with it, the first one to use it up is let in. */
  private async withCode(code: string, browser: string): Promise<SignedIn> {
    const holder = isWholeSecret(code, CODE_PREFIX) ? await this.holderOf(code, 'code') : refuse('code');
    return this.database.asCandidate(holder.candidateId, async (tx) => {
      const used = (await useUp(tx, holder.candidateId, holder.id)) ?? refuse('code');
      return this.open(tx, { ...holder, ...used }, browser);
    });
  }

  private async asVisitor(browser: string): Promise<SignedIn> {
    if (!this.env.DEMO) throw new RequestRefused(403, refusal('not_the_demo'));
    const owner = { candidateId: OWNER_ID, scopes: null, openedBy: null };
    return this.database.asCandidate(OWNER_ID, (tx) => this.open(tx, owner, browser));
  }

  private async holderOf(secret: string, kind: 'token' | 'code'): Promise<CredentialHolder> {
    return (await this.database.callerOf(secretHash(secret), kind)) ?? refuse(kind);
  }

  private async open(tx: EntityManager, { candidateId, scopes, openedBy }: Opened, browser: string): Promise<SignedIn> {
    const [id, secret] = [this.ids.next(), newSecret(SESSION_PREFIX)];
    const name = browser.trim().slice(0, 200) || 'unknown';
    await insertSession(tx, { id, candidateId, name, hash: secretHash(secret), scopes, openedBy });
    return { secret, shown: { id, candidateId, scopes, kind: 'session' } };
  }
}

function refuse(by: 'token' | 'code'): never {
  const said = refusal('unauthenticated', { by });
  throw new RequestRefused(401, said, {
    errors: [memberError(`/${by}`, said)],
    headers: { 'www-authenticate': CHALLENGE },
  });
}
