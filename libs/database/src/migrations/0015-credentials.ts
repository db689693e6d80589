import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lets somebody in: tokens of programs, sessions of browsers, and codes that open one session. */
export class Credentials1765670000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLE);
    await runner.query(CALLER_OF);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function if exists caller_of(bytea, text)');
    // Forced row level security binds the owner too.
    await runner.query('alter table credentials no force row level security');
    await runner.query(`delete from credentials where kind <> 'token'`);
    await runner.query(FORMER_TABLE);
    await runner.query('alter table api_tokens force row level security');
  }
}

const TABLE = `
alter table api_tokens rename to credentials;
alter table credentials rename column token_hash to hash;
alter table credentials rename constraint api_tokens_pkey to credentials_pkey;
alter table credentials rename constraint api_tokens_token_hash_key to credentials_hash_key;
alter table credentials rename constraint api_tokens_candidate_id_fkey to credentials_candidate_id_fkey;
alter policy shown_token on credentials rename to shown_credential;

alter table credentials
  drop constraint api_tokens_candidate_id_name_key,
  add column kind text not null default 'token' check (kind in ('token', 'session', 'code')),
  -- Null: everything that the account may.
  add column scopes text[],
  -- To the minute.
  add column last_used_at timestamptz,
  add column expires_at timestamptz,
  add column idle_until timestamptz,
  add column revoked_at timestamptz,
  -- With what opened it it ends.
  add column opened_by uuid,
  add constraint credentials_own_id unique (candidate_id, id),
  add constraint credentials_opened_by_fkey
    foreign key (candidate_id, opened_by) references credentials (candidate_id, id) on delete cascade,
  add constraint only_tokens_last check (kind = 'token' or expires_at is not null),
  add constraint only_sessions_idle check ((kind = 'session') = (idle_until is not null));
alter table credentials alter column kind drop default;
create unique index one_token_of_a_name on credentials (candidate_id, name) where kind = 'token';
create index credentials_by_opener on credentials (candidate_id, opened_by) where opened_by is not null;
`;

/**
 * As the caller's own role: what it sees is what the policies show it, whoever owns the tables. Both settings end with the statement.
 * A use is noted once a minute, by whoever comes first; nobody waits for that.
 */
const CALLER_OF = `
create function caller_of(shown bytea, shown_kind text) returns table (candidate_id uuid, id uuid, scopes text[])
language plpgsql volatile security invoker set search_path = pg_catalog, public as $$
declare
  it credentials;
begin
  perform set_config('app.token_hash', encode(shown, 'hex'), true);
  select * into it from credentials c
    where c.hash = shown and c.kind = shown_kind and c.revoked_at is null
      and (c.expires_at is null or c.expires_at > now()) and (c.idle_until is null or c.idle_until > now());
  if it.id is null then return; end if;
  if it.last_used_at is null or it.last_used_at < now() - interval '1 minute' then
    perform set_config('app.candidate_id', it.candidate_id::text, true);
    update credentials c
      set last_used_at = now(),
        idle_until = case when c.kind = 'session' then least(now() + interval '14 days', c.expires_at) end
      where c.id = (select u.id from credentials u where u.id = it.id for update skip locked);
  end if;
  return query select it.candidate_id, it.id, it.scopes;
end $$;
revoke all on function caller_of(bytea, text) from public;
grant execute on function caller_of(bytea, text) to rekindle_api;
`;

const FORMER_TABLE = `
drop index one_token_of_a_name, credentials_by_opener;
alter table credentials
  drop constraint only_tokens_last, drop constraint only_sessions_idle, drop constraint credentials_opened_by_fkey,
  drop constraint credentials_own_id,
  drop column kind, drop column scopes, drop column last_used_at, drop column expires_at, drop column idle_until,
  drop column revoked_at, drop column opened_by,
  add constraint api_tokens_candidate_id_name_key unique (candidate_id, name);
alter policy shown_credential on credentials rename to shown_token;
alter table credentials rename constraint credentials_pkey to api_tokens_pkey;
alter table credentials rename constraint credentials_hash_key to api_tokens_token_hash_key;
alter table credentials rename constraint credentials_candidate_id_fkey to api_tokens_candidate_id_fkey;
alter table credentials rename column hash to token_hash;
alter table credentials rename to api_tokens;
`;
