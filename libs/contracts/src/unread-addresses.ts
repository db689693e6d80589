/**
 * Addresses that nobody reads, as far as the address itself says so. Each entry names where it was seen: an issue, a
 * documentation page, or the sender of a published mail. `reply+…@` and the like at a recruiting system are
 * conversations with a person behind them, and are never meant here.
 */

/** Says so wherever it stands before the @, with dots, dashes or nothing between its letters. */
export const UNREAD_PHRASES = {
  noreply:
    'MuckRock/muckrock#1995; no-reply@us.greenhouse-mail.io, @ashbyhq.com, @hire.lever.co: brockamer/findajob#362',
  noreplies: 'no-replys, noreplys: forwardemail/reserved-email-addresses-list',
  donotreply: 'mysociety/alaveteli#4630; donotreply@email.careers.microsoft.com, do_not_reply@keybank.com',
  dontreply: 'mysociety/alaveteli#4630 (do.?not.?reply), as people shorten it',
  donotrespond: 'forwardemail/reserved-email-addresses-list',
  noresponse: 'noresponse@websitetoolbox.com',
  autoreply:
    'auto_reply: mysociety/alaveteli#4630; <tenant>+autoreply@talent.icims.com, @talent.icims.eu: strelov1/freehire#738',
  autorespond: 'mysociety/alaveteli#4630 (auto_reply), as autoresponder@',
  sendonly: 'Send-Only.<tenant>@otp.workday.com',
  unmonitored: 'Unmonitored.ACCOUNT@education.gov.uk: mysociety/whatdotheyknow-theme#2101',
  mailerdaemon: 'mysociety/alaveteli#4630; RFC 3834, section 2',
  nichtantworten: 'nicht-antworten@mydealz.de, @studiumdigitale.uni-frankfurt.de',
  keineantwort: 'keine-antwort@handyticket.de, @bewegung.jetzt',
  nepasrepondre: 'ne-pas-repondre@pix.fr, nepasrepondre@apprentissage.beta.gouv.fr',
  noresponder: 'noresponder@idealista.com',
  naoresponda: 'forwardemail/reserved-email-addresses-list; nao-responda@impulsojovem.com.br',
  nonrispondere: 'non-rispondere@amazon.it and others',
  nietbeantwoorden: 'niet-beantwoorden@werkzoeken.nl',
  nieodpowiadaj: 'nie-odpowiadaj@, nieodpowiadaj@ in lists of senders of Polish shops',
  neodpovidat: 'upominani_neodpovidat@cez.cz, neodpovidat@tenisbk.cz',
  svarainte: 'svarainte@fsektionen.se',
  ikkesvar: 'ikke-svar@nav.no',
  eivastausta: 'eivastausta@aia.com',
  cevaplamayin: 'mails of Turkish senders ("lutfen cevaplamayiniz")',
  yanitlamayin: 'mails of Turkish senders ("yanitlamayin")',
} as const;

/** Says so as the first or the last word before the @: `careers-notifications@`, but not `max.alertsson@`. */
export const UNREAD_WORDS = {
  notification: 'notification@smartrecruiters.com',
  notifications: 'notifications@ashbyhq.com, notifications@greenhouse-mail.io',
  jobnotification: 'jobnotification@<n>.jobs2web.com',
  notify: 'notify@payments.interac.ca',
  notificaciones: 'as notifications',
  notificacoes: 'as notifications',
  notifiche: 'as notifications',
  benachrichtigung: 'as notification',
  benachrichtigungen: 'as notifications',
  powiadomienia: 'as notifications',
  alert: 'alert@indeed.com',
  alerts: 'alerts@indeed.com, alerts@linkedin.com',
  jobalert: 'as jobalerts',
  jobalerts: 'jobalerts-noreply@linkedin.com',
  bounce: 'RFC 5321, section 4.5.5: return paths; mysociety/fixmystreet#1327',
  bounces: 'mysociety/fixmystreet#1327',
  newsletter: 'forwardemail/reserved-email-addresses-list',
} as const;

/** Says so only as the whole of what stands before the @. */
export const UNREAD_NAMES = {
  mailer: 'mailer@news.xing.com; alone only, since people are called Mailer',
  postmaster: 'mysociety/alaveteli#4630: the sender of bounces, not of refusals',
  nobody: 'the system user of mail servers',
  system: 'system@successfactors.com, system@successfactors.eu: strelov1/freehire#738',
} as const;

/** Domains that only send, whatever stands before the @. */
export const ONE_WAY_DOMAINS = {
  'myworkday.com': '<tenant>@myworkday.com: the name of a tenant, no mailbox; brockamer/findajob#642, #658',
  'workflow.mail.*.cloud.oracle.com':
    '<pod>.fa.sender@workflow.mail.em2.cloud.oracle.com, the notifier; replies go to nobody unless a vanity address is set up (Oracle: Configure the No-Reply Email)',
  'workflow.email.*.ocs.oraclecloud.com': '<pod>.fa.sender@workflow.email.us-ashburn-1.ocs.oraclecloud.com, the same',
  'otp.workday.com': 'Send-Only.<tenant>@otp.workday.com',
  'bounce.jobvite.com': 'the return path of Jobvite',
} as const;

/** The candidate's word on a contact stands above what the address says. */
export function nobodyReadsAt({ email, unread }: { email: string | null; unread: boolean | null }): boolean {
  return email !== null && (unread ?? isUnreadAddress(email));
}

export function isUnreadAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  if (at < 1) return false;
  const local = folded(address.slice(0, at));
  // What follows the plus is a tag of theirs: `donotreply+42`, and `reply+…` stays what it is.
  const words = wordsOf(local.split('+', 1)[0] ?? '');
  const whole = words.join('');
  return (
    saysSo(wordsOf(local)) ||
    [words[0], words.at(-1), whole].some((word) => word !== undefined && Object.hasOwn(UNREAD_WORDS, word)) ||
    Object.hasOwn(UNREAD_NAMES, whole) ||
    isOneWay(folded(address.slice(at + 1)).split('.'))
  );
}

/** A phrase begins with a word, or ends the word it is part of: `jobsnoreply`, but not the person `rikke.svard`. */
function saysSo(words: readonly string[]): boolean {
  const phrases = Object.keys(UNREAD_PHRASES);
  return words.some((word, place) => {
    const from = words.slice(place).join('');
    return phrases.some((phrase) => from.startsWith(phrase) || word.endsWith(phrase));
  });
}

function isOneWay(labels: readonly string[]): boolean {
  // `users.noreply.github.com` and `noreply55.jobs2web.com` say it by their names.
  if (labels.some((label) => /^(?:no-?reply|do-?not-?reply)\d*$/.test(label))) return true;
  return Object.keys(ONE_WAY_DOMAINS).some((rule) => {
    const pattern = rule.split('.');
    const tail = labels.slice(-pattern.length);
    return tail.length === pattern.length && pattern.every((label, place) => label === '*' || label === tail[place]);
  });
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}]+/u).filter(Boolean);
}

function folded(text: string): string {
  return text.trim().normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
