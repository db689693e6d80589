import { address, id, line } from '@app/contracts';
import { z } from 'zod';
import { byId, pageQuery, pageSchema } from '../http/paging.js';

const at = z.iso.datetime();
const secret = line(1_000);

export const signInBody = z
  .union(
    [
      z.strictObject({ token: secret.meta({ description: 'A token of the account.' }) }),
      z.strictObject({ code: secret.meta({ description: 'Of `POST /sign-in-codes`: for one use, in ten minutes.' }) }),
      z.strictObject({ demo: z.literal(true).meta({ description: 'Where all data are invented.' }) }),
    ],
    { error: 'needs one of token, code and demo, and nothing else' },
  )
  .meta({ id: 'SignInBody' });
export type SignInBody = z.infer<typeof signInBody>;

export const signInWaysAnswer = z
  .strictObject({
    data: z
      .array(z.enum(['token', 'code', 'demo']))
      .meta({ description: 'What `POST /session` takes here; `demo` where all data are invented.' }),
  })
  .meta({ id: 'SignInWays' });
export type SignInWaysAnswer = z.infer<typeof signInWaysAnswer>;

export const sessionAnswer = z
  .strictObject({
    id: id.meta({ description: 'Of the session, or of the token.' }),
    kind: z.enum(['session', 'token']).meta({ description: 'What the request came in with.' }),
    candidate: z.strictObject({ id, name: line(200).nullable(), email: address.nullable() }),
    createdAt: at,
    expiresAt: at.nullable().meta({ description: 'When it ends, however much it is used. Null: a token.' }),
    idleUntil: at.nullable().meta({ description: 'When it ends unless it is used before. Null: a token.' }),
  })
  .meta({ id: 'Session' });
export type SessionAnswer = z.infer<typeof sessionAnswer>;

export const openSessionAnswer = z
  .strictObject({
    id,
    name: z.string().meta({ description: 'What the browser calls itself.' }),
    isCurrent: z.boolean().meta({ description: 'The one that asks.' }),
    createdAt: at,
    lastUsedAt: at.nullable().meta({ description: 'To the minute.' }),
    expiresAt: at,
    idleUntil: at,
  })
  .meta({ id: 'OpenSession' });
export type OpenSessionAnswer = z.infer<typeof openSessionAnswer>;

export const openSessionPage = pageSchema(openSessionAnswer).meta({ id: 'OpenSessionPage' });
export const pageById = z.strictObject(pageQuery(byId));
export type PageById = z.infer<typeof pageById>;

export const signInCodeAnswer = z
  .strictObject({
    code: z.string().meta({ description: 'Shown this once.' }),
    url: z
      .string()
      .meta({ description: 'Opens a session in a browser; the code stands behind #, where no log sees it.' }),
    expiresAt: at,
  })
  .meta({ id: 'SignInCode' });
export type SignInCodeAnswer = z.infer<typeof signInCodeAnswer>;
