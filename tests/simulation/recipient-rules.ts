/** To whom it goes, and whether it speaks to them. */
import type { Model, ModelRejection } from './model.js';
import type { ClaimedRow, Conversation } from './simulated-mail-server.js';
import type { Rule } from './violation.js';

export const CANDIDATE = 'olena@example.org';
const NOBODY_READS = /^no-?reply@/;

export function recipientRules(model: Model, row: ClaimedRow, now: Conversation): Rule[] {
  const [head = ''] = now.mime.toString('latin1').split('\r\n\r\n');
  const { to } = now;
  const written: Rule = [
    'misaddressed',
    !head.includes(to),
    `it is handed over for ${to} and written to somebody else`,
  ];
  if (row.audience === 'candidate') {
    return [written, ['misaddressed', to !== CANDIDATE, `a reminder of the candidate goes to ${to}`]];
  }
  const application = model.application(row.applicationId);
  const email = model.contact(row.contactId)?.email ?? null;
  return [
    written,
    [
      'misaddressed',
      application !== undefined && application.contactId !== row.contactId,
      `it goes to ${row.contactId}, the contact of the application is ${application?.contactId}`,
    ],
    ['misaddressed', email !== null && email !== to, `it goes to ${to}, their address is ${email}`],
    ['misaddressed', NOBODY_READS.test(to), `nobody reads at ${to}`],
    ...threadRules(model, row, now, head),
  ];
}

/** The thread of a rejection, and thanks for it, are for whom it was with. */
function threadRules(model: Model, row: ClaimedRow, { mime }: Conversation, head: string): Rule[] {
  const rejection = model.application(row.applicationId)?.rejections.find(({ stands }) => stands);
  const isWithThem = rejection && wasWith(model, rejection, row.contactId);
  if (!rejection || isWithThem === undefined) return [];
  const inReplyTo = /^In-Reply-To:\s*(<[^>]+>)/im.exec(head)?.[1] ?? null;
  if (isWithThem) {
    const isElsewhere = row.kind !== 'reopened_outreach' && inReplyTo !== rejection.messageId;
    return [['wrong', isElsewhere, `it answers ${inReplyTo}, the mail of the rejection is ${rejection.messageId}`]];
  }
  const isEdited = model.followUp(row.id).edit !== null;
  const thanks = mime.includes('Thank you for letting me know');
  const subject = rejection.subject !== null && head.includes(rejection.subject);
  return [
    ['misaddressed', inReplyTo !== null, 'it answers in a thread that they never had'],
    ['misaddressed', !isEdited && subject, 'it has the subject of a mail that they never sent'],
    ['misaddressed', !isEdited && thanks, 'it thanks them for a refusal that they never sent'],
  ];
}

/** Undefined: nobody knows with whom it was. */
function wasWith(model: Model, { contactId: with_ }: ModelRejection, contactId: string | null): boolean | undefined {
  if (with_ === null || contactId === null) return undefined;
  const [was, is] = [model.contact(with_), model.contact(contactId)];
  return with_ === contactId || [...(was?.addresses ?? [])].some((address) => is?.addresses.has(address));
}
