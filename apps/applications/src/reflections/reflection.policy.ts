/** What a body makes of a reflection, and how one reads. Nothing in it is weighed. */
import { type IsMine, type Mine, type ReasonCategory, type Side, type StoredState, type Suited } from '@app/contracts';

export interface Told {
  asked: string | null;
  answered: string | null;
  wouldChange: string | null;
  suits: Record<Suited, { side: Side | null; note: string | null }>;
  isMine: Record<Mine, IsMine | null>;
  qualities: { requirement: string; mine: string }[];
  reason: { category: ReasonCategory | null; words: string | null };
}

type Columns = Omit<Told, 'suits' | 'isMine' | 'reason'> &
  Record<`suits${Capitalize<Suited>}`, Side | null> &
  Record<`suits${Capitalize<Suited>}Note`, string | null> &
  Record<`mine${Capitalize<Mine>}`, IsMine | null> & {
    reasonCategory: ReasonCategory | null;
    reasonWords: string | null;
  };

type Said = Partial<Omit<Told, 'suits' | 'isMine' | 'reason'>> & {
  suits?:
    { [Part in Suited]?: { side?: Side | null | undefined; note?: string | null | undefined } | undefined } | undefined;
  isMine?: { [Part in Mine]?: IsMine | null | undefined } | undefined;
  reason?: { category?: ReasonCategory | null | undefined; words?: string | null | undefined } | undefined;
};

const capital = <Word extends string>(word: Word) =>
  `${word.charAt(0).toUpperCase()}${word.slice(1)}` as Capitalize<Word>;
const names = <Name extends string>(of: Partial<Record<Name, unknown>>) => Object.keys(of) as Name[];
/** Nothing visible is nothing. */
const words = (text: string | null | undefined) => (text?.trim() === '' ? null : text);

/** The columns that a body names; what it leaves out is not among them. */
export function columnsOf({ suits = {}, isMine = {}, reason = {}, qualities, ...prose }: Said): Partial<Columns> {
  const columns: Record<string, unknown> = {
    asked: words(prose.asked),
    answered: words(prose.answered),
    wouldChange: words(prose.wouldChange),
    reasonCategory: reason.category,
    reasonWords: words(reason.words),
    qualities: qualities?.filter(({ requirement, mine }) => `${requirement}${mine}`.trim() !== ''),
  };
  for (const part of names<Suited>(suits)) {
    columns[`suits${capital(part)}`] = suits[part]?.side;
    columns[`suits${capital(part)}Note`] = words(suits[part]?.note);
  }
  for (const part of names<Mine>(isMine)) columns[`mine${capital(part)}`] = isMine[part];
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

export function toldOf(row: Columns | null): Told {
  const suit = (part: Suited) => ({
    side: row?.[`suits${capital(part)}`] ?? null,
    note: row?.[`suits${capital(part)}Note`] ?? null,
  });
  const mine = (part: Mine) => row?.[`mine${capital(part)}`] ?? null;
  return {
    asked: row?.asked ?? null,
    answered: row?.answered ?? null,
    wouldChange: row?.wouldChange ?? null,
    suits: {
      company: suit('company'),
      people: suit('people'),
      room: suit('room'),
      work: suit('work'),
      leading: suit('leading'),
      talking: suit('talking'),
    },
    isMine: { company: mine('company'), role: mine('role'), field: mine('field') },
    qualities: row?.qualities ?? [],
    reason: { category: row?.reasonCategory ?? null, words: row?.reasonWords ?? null },
  };
}

export interface Settled {
  lookedBackAt: Date | null;
  skippedAt: Date | null;
}

/** Of a former no neither counts. */
export const settledFor = (row: (Settled & { rejectionId: string }) | null, rejectionId: string | null): Settled =>
  row !== null && row.rejectionId === rejectionId
    ? { lookedBackAt: row.lookedBackAt, skippedAt: row.skippedAt }
    : { lookedBackAt: null, skippedAt: null };

/** Looked back on, skipped or open: the last word counts, and one word does not take back the other. */
export function settledBy(
  was: Settled,
  { lookedBack, skipped }: { lookedBack?: boolean | undefined; skipped?: boolean | undefined },
  now: Date,
): Settled {
  if (lookedBack === true) return { lookedBackAt: was.lookedBackAt ?? now, skippedAt: null };
  if (skipped === true) return { lookedBackAt: null, skippedAt: was.skippedAt ?? now };
  return {
    lookedBackAt: lookedBack === false ? null : was.lookedBackAt,
    skippedAt: skipped === false ? null : was.skippedAt,
  };
}

export const isSettled = ({ lookedBackAt, skippedAt }: Settled): boolean => lookedBackAt !== null || skippedAt !== null;

/** What becomes of the reminder; one that is on its way at this moment arrives, and has its own verbs. */
export function reminderDeed(
  reminder: { state: StoredState; endedBy: string | null } | null,
  becomes: boolean,
): 'done' | 'restore' | null {
  if (reminder === null) return null;
  const { state, endedBy } = reminder;
  if (becomes) return ['draft', 'waiting', 'held', 'retrying', 'sent'].includes(state) ? 'done' : null;
  return state === 'done' && endedBy === 'candidate' ? 'restore' : null;
}
