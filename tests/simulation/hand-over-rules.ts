/** What must be true, by the model, at the moment a message passes the point of no return. */
import { consentRules } from './consent-rules.js';
import { doubledRules } from './doubled-rules.js';
import type { Model } from './model.js';
import { isInWindow } from './model-settings.js';
import { recipientRules } from './recipient-rules.js';
import { reminderStopRules } from './reminder-stop-rules.js';
import { carries, type ClaimedRow, type Conversation, isLetter } from './simulated-mail-server.js';
import { stopRules } from './stop-rules.js';
import type { Rule, Violation } from './violation.js';

/** Between the claim and the 354, as long as the sender keeps its lease. */
const LONGEST_GREETING = 300_000;

export function handOverViolations(model: Model, now: Conversation, all: readonly Conversation[]): Violation[] {
  return now.rows.flatMap((row) => {
    const rules: Rule[] = [
      ...early(model, row, now),
      ['late', model.followUp(row.id).cancelled, 'the candidate cancelled it'],
      ...recipientRules(model, row, now),
      ...(row.audience === 'contact'
        ? [...stopRules(model, row, now), ...consentRules(model, row, now, all), ...doubledRules(model, row, now, all)]
        : reminderStopRules(model, row)),
      ...edited(model, row, now, all),
    ];
    const broken = rules.filter(([, isBroken]) => isBroken);
    return broken.map(([kind, , what]) => ({ kind, what: `${row.kind} ${row.id}: ${what}` }));
  });
}

function early(model: Model, row: ClaimedRow, { claimedAt, handedOverAt, settings, isUntried }: Conversation): Rule[] {
  const said = model.followUp(row.id);
  const toContact = row.audience === 'contact';
  const zone = model.contact(row.contactId)?.timezone ?? null;
  const took = handedOverAt!.getTime() - claimedAt.getTime();
  return [
    ['early', claimedAt < row.dueAt, `claimed at ${claimedAt.toISOString()}, due at ${row.dueAt.toISOString()}`],
    [
      'early',
      toContact && !row.atOnce && !isInWindow(claimedAt, zone, settings),
      `claimed at ${claimedAt.toISOString()}, outside the window`,
    ],
    ['early', took > LONGEST_GREETING, `handed over ${took / 1000} s after the claim`],
    ['early', !row.atOnce && said.notBefore !== null && claimedAt < said.notBefore, 'before the moment they chose'],
    ['early', said.held, 'the candidate holds it'],
    ['early', isUntried, 'the mail server refuses us, and is tried with another one'],
  ];
}

function edited(model: Model, row: ClaimedRow, now: Conversation, all: readonly Conversation[]): Rule[] {
  const { edit } = model.followUp(row.id);
  const text = now.mime.toString('latin1');
  const subject = now.rows.length > 1 ? `Edit ${edit}` : `Subject: Edit ${edit}\r\n`;
  // A server that said no has no copy, so what goes after that may be in other words.
  const isCopy = (one: Conversation) => carries(one, row.id) && one.to === now.to && one.handedOverAt !== null;
  const first = all.find((one) => isCopy(one) && (one === now || !one.isRefused))!;
  const moved = model.contact(row.contactId)?.addressChangedAt;
  // Frozen anew for another address in between, and back.
  const isSameTry = !moved || first.claimedAt > moved;
  return [
    ['wrong', edit !== null && !text.includes(subject), 'not the subject that was edited'],
    ['wrong', edit !== null && !text.includes(`Words ${edit} end`), 'not the words that were edited'],
    ['wrong', isLetter(now) && isSameTry && !first.mime.equals(now.mime), 'not the bytes of the first try'],
  ];
}
