/** The database's clock decides everything, so time is simulated there: unqualified `now()` answers a stored moment. */
import type { TestDatabase } from '../support/test-database.js';

const FUNCTIONS = `
create schema simulated;
grant usage on schema simulated to public;
create table simulated.clock as select pg_catalog.now() as at;
grant select on simulated.clock to public;
create function simulated.now() returns timestamptz language sql stable as 'select at from simulated.clock';
create function simulated.clock_timestamp() returns timestamptz language sql stable as 'select at from simulated.clock';
do $$ begin
  execute format('alter database %I set search_path = simulated, pg_catalog, public', current_database());
end $$;
`;

/** Defaults were bound to the real clock when the tables were made, and spacing and retries read some of them. */
const BOUND_DEFAULTS = `
select format('alter table %s alter column %I set default simulated.now()', attrelid::regclass, attname) as rebind
from pg_attrdef join pg_attribute on attrelid = adrelid and attnum = adnum
where pg_get_expr(adbin, adrelid) in ('now()', 'clock_timestamp()')
`;

export class SimulatedClock {
  private current = new Date(0);

  private constructor(private readonly db: TestDatabase) {}

  /** Holds for connections that are opened afterwards. */
  static async install(db: TestDatabase): Promise<SimulatedClock> {
    const bound = await db.query<{ rebind: string }>(BOUND_DEFAULTS);
    await db.query(FUNCTIONS);
    for (const { rebind } of bound) await db.query(rebind);
    return new SimulatedClock(db);
  }

  get now(): Date {
    return this.current;
  }

  async set(at: Date): Promise<void> {
    this.current = at;
    await this.db.query('update simulated.clock set at = $1', [at]);
  }

  advance(seconds: number): Promise<void> {
    return this.set(new Date(this.current.getTime() + seconds * 1000));
  }
}
