/** A dry run, the same command in earnest, and whether the one said what the other did. */
import { expect } from '@jest/globals';
import { PENDING_STATES } from '@app/contracts';
import { eventually } from './eventually.js';
import type { LivedHouse } from './lived-house.js';
import { columnsOf, contentsOf } from './stored-rows.js';

export interface Step {
  id: string | null;
  kind: string;
  audience: string;
  state: string;
  dueAt: string;
  why: string;
  whyCode: string;
  contact: { name: string; timezone: string | null } | null;
  was?: string;
}

export interface Preview {
  starts: Step[];
  stops: Step[];
  moves: Step[];
  notices: { code: string }[];
}

interface Row {
  id: string;
  kind: string;
  state: string;
  dueAt: Date;
  whyCode: string;
  saidCode: string | null;
  heldWhy: string | null;
  heldUntil: Date | null;
  name: string | null;
}

const isPending = ({ state }: Row) => (PENDING_STATES as readonly string[]).includes(state);

const isIncomplete = ({ notices }: Partial<Preview>) => notices?.some(({ code }) => code === 'preview_incomplete');

export class Foretelling {
  constructor(private readonly life: LivedHouse) {}

  async comesTrue(method: string, path: string, body?: object): Promise<Preview & { answer: unknown }> {
    const { api, db } = this.life.house;
    await this.life.house.settled();
    const columns = await columnsOf(db);
    const untouched = await contentsOf(db, columns);
    // A machine that is busy with much else may need longer than a preview has.
    const dry = await eventually(
      async () => {
        const told = await api.request<Preview>(method, `${path}?dryRun=true`, body);
        return isIncomplete(told.body) ? null : told;
      },
      { what: 'a whole preview', within: 30_000 },
    );
    expect(dry).toMatchObject({ status: 200, body: { starts: expect.any(Array) } });
    expect(await contentsOf(db, columns)).toEqual(untouched);

    const before = await this.rows();
    const answer = await this.life.does<{ notices?: object[] } | null>(method, path, body);
    const happened = differing(before, await this.rows());
    const { starts, stops, moves, notices } = dry.body;
    expect({ starts: starts.map(told), stops: stops.map(told), moves: moves.map(told) }).toEqual(happened);
    if (answer !== null) expect(notices).toEqual(answer.notices ?? []);
    return { ...dry.body, answer };
  }

  private async rows(): Promise<Map<string, Row>> {
    const rows = await this.life.house.db.query<Row>(
      `select f.id, f.kind, f.state, f.due_at as "dueAt", f.why_code as "whyCode", f.held_why as "heldWhy",
         f.held_until as "heldUntil", c.name, (select why_code from follow_up_ledger where follow_up_id = f.id
           and why_code is not null order by id desc limit 1) as "saidCode"
       from follow_ups f left join contacts c on c.id = f.contact_id`,
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** What is to go at once is due a moment later when it comes true. */
const momentOf = (at: Date) => (Math.abs(Number(at) - Date.now()) < 120_000 ? 'now' : at.toISOString());

const GOES = new Set(['waiting', 'due', 'sending', 'sent']);

const told = ({ id, kind, state, dueAt, whyCode, contact, heldWhy, heldUntil }: Step & Held) => {
  const due = momentOf(new Date(dueAt));
  const goes = due === 'now' && GOES.has(state);
  const about = { ...(id !== null && { id }), kind, name: contact?.name ?? null };
  return { ...about, state: goes ? 'goes' : state, due, whyCode, heldWhy, heldUntil };
};
type Held = { heldWhy?: string | null; heldUntil?: string | null };

function differing(before: Map<string, Row>, after: Map<string, Row>) {
  const starts: ReturnType<typeof told>[] = [];
  const stops: typeof starts = [];
  const moves: typeof starts = [];
  const inOrder = [...after.values()].sort((a, b) => Number(a.dueAt) - Number(b.dueAt) || a.id.localeCompare(b.id));
  for (const row of inOrder) {
    const former = before.get(row.id);
    const wasPending = former !== undefined && isPending(former);
    if (!former || (!wasPending && isPending(row))) starts.push(happened(row, former ? row.id : null, row.whyCode));
    else if (wasPending && !isPending(row)) stops.push(happened(row, row.id, row.saidCode!));
    else if (wasPending && placeOf(former) !== placeOf(row)) moves.push(happened(row, row.id, row.saidCode!));
  }
  return { starts, stops, moves };
}

const placeOf = ({ state, dueAt, heldWhy, heldUntil }: Row) => JSON.stringify([state, dueAt, heldWhy, heldUntil]);

const happened = (row: Row, id: string | null, whyCode: string) =>
  told({
    id,
    kind: row.kind,
    audience: '',
    state: row.state,
    dueAt: row.dueAt.toISOString(),
    why: '',
    whyCode,
    heldWhy: row.heldWhy,
    heldUntil: row.heldUntil?.toISOString() ?? null,
    contact: row.name === null ? null : { name: row.name, timezone: null },
  });
