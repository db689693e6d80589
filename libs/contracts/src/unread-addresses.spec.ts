import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  isUnreadAddress,
  nobodyReadsAt,
  ONE_WAY_DOMAINS,
  UNREAD_NAMES,
  UNREAD_PHRASES,
  UNREAD_WORDS,
} from './unread-addresses.js';

describe('nobody reads at', () => {
  it.each([
    'no-reply@us.greenhouse-mail.io',
    'no-reply@eu.greenhouse-mail.io',
    'donotreply+42@ashbyhq.com',
    'noreply@northwind.example',
    'jobs-noreply@linkedin.com',
    'messages-noreply@linkedin.com',
    'No-Reply@Northwind.example',
    ' noreply@northwind.example ',
    'no.reply@northwind.example',
    'no_reply@northwind.example',
    'recruiting-noreply@northwind.example',
    'northwindnoreply@northwind.example',
    'noreply-hr@northwind.example',
    'noreply2@northwind.example',
    'noreply-abc123@northwind.example',
    'DIGIT-NOREPLYARES@ec.europa.eu',
    'do-not-reply@northwind.example',
    'NorthwindRecruitment_do_not_reply@northwind.example',
    'do_not_reply@keybank.com',
    'notification@smartrecruiters.com',
    'notifications@ashbyhq.com',
    'notifications@greenhouse-mail.io',
    'careers-notifications@northwind.example',
    'alert@indeed.com',
    'somatus+autoreply@talent.icims.com',
    'auto_reply@northwind.example',
    'mailer-daemon@northwind.example',
    'MAILER-DAEMON@northwind.example',
    'postmaster@northwind.example',
    'bounces+4711@northwind.example',
    'Unmonitored.ACCOUNT@education.gov.uk',
    'system@successfactors.eu',
    'northwind@myworkday.com',
    'careers@northwind.myworkday.com',
    'hdow.fa.sender@workflow.email.us-ashburn-1.ocs.oraclecloud.com',
    'abcd.fa.sender@workflow.mail.em2.cloud.oracle.com',
    'octocat@users.noreply.github.com',
    'nicht-antworten@mydealz.de',
    'bitte.nicht.antworten@northwind.example',
    'ne-pas-repondre@pix.fr',
    'noresponder@idealista.com',
    'no-responder@northwind.example',
    'naoresponda@northwind.example',
    'não-responda@northwind.example',
    'nieodpowiadaj@northwind.example',
    'svara-inte@northwind.example',
    'eivastausta@aia.com',
    'ikke-svar@nav.no',
    'niet-beantwoorden@werkzoeken.nl',
    'upominani_neodpovidat@cez.cz',
    'keine-antwort@handyticket.de',
    'Send-Only.northwind@otp.workday.com',
    'northwind@noreply55.jobs2web.com',
    'recruitingnoreply@ford.com',
    'mailer@news.xing.com',
  ])('%s', (address) => {
    expect(isUnreadAddress(address)).toBe(true);
  });
});

describe('somebody may read at', () => {
  it.each([
    'noreen@northwind.example',
    'noreen.plymouth@northwind.example',
    'notary@northwind.example',
    'norman.mailer@northwind.example',
    'rikke.svard@northwind.example',
    'rikkesvard@northwind.example',
    'nora.eply@northwind.example',
    'donna.troy@northwind.example',
    'max.alertsson@northwind.example',
    'don@northwind.example',
    'info@northwind.example',
    'jobs@northwind.example',
    'careers@northwind.example',
    'recruiting@northwind.example',
    'hr@northwind.example',
    'team@northwind.example',
    'talent@myworkday.example',
    'dana@workday.com',
    'dana@notmyworkday.com',
    'noah@noreplying.example',
    'reply@northwind.example',
    'reply+abc@us.greenhouse-mail.io',
    'reply+4711-ab@hire.lever.co',
    'replies+x1@ashbyhq.com',
    'conversations@message.teamtailor.com',
    'conversation+9f3a@smartrecruiters.com',
    'hit-reply@linkedin.com',
    'inmail-hit-reply@linkedin.com',
    'somatus+email+4yr2-c5eac0@talent.icims.com',
    'recruiting+387239725-05c170bd@applytojob.com',
    'candidate-a1b2c3@northwind.dvinci-hr.example',
    '69e25fca-1c38-4c0c-a41d-b29a0aa9e0e7@pinpoint.email',
    'kelly564_cmx@indeedemail.com',
    'dana.ito@hire.lever.co',
    'systems@northwind.example',
    'atwork.systems@northwind.example',
    'notanaddress',
    '@noreply.example',
    '',
  ])('%j', (address) => {
    expect(isUnreadAddress(address)).toBe(false);
  });
});

it('takes whatever is an address, and reads a name of any case and an address with a tag alike', () => {
  fc.assert(
    fc.property(fc.string(), fc.emailAddress(), (text, address) => {
      expect(typeof isUnreadAddress(text)).toBe('boolean');
      const [local, domain] = [address.slice(0, address.lastIndexOf('@')), address.slice(address.lastIndexOf('@') + 1)];
      expect(isUnreadAddress(`${local.toUpperCase()}@${domain}`)).toBe(isUnreadAddress(address));
      expect(isUnreadAddress(`no-reply+${local}@${domain}`)).toBe(true);
    }),
  );
});

it.each([
  ['no-reply@acme.example', null, true],
  ['no-reply@acme.example', false, false],
  ['dana@acme.example', null, false],
  ['dana@acme.example', true, true],
  [null, true, false],
  [null, null, false],
])('of %s, where the candidate says %s, nobody reads: %s', (email, unread, isSo) => {
  expect(nobodyReadsAt({ email, unread })).toBe(isSo);
});

it('names for every entry where it was seen', () => {
  for (const list of [UNREAD_PHRASES, UNREAD_WORDS, UNREAD_NAMES, ONE_WAY_DOMAINS]) {
    for (const source of Object.values(list)) expect(source.length).toBeGreaterThan(10);
  }
});

const SEEN = '../shared/data/faults/16-no-reply-addresses.csv';

it('knows every address of the list of faults, where that is at hand', () => {
  if (!existsSync(SEEN)) {
    process.stdout.write(`${SEEN} is not here: its addresses stand in the table above as well.\n`);
    return;
  }
  const addresses = readFileSync(SEEN, 'utf8').match(/[\w.+-]+@[\w.-]+/g) ?? [];
  expect(addresses.length).toBeGreaterThan(3);
  expect(addresses.filter((address) => !isUnreadAddress(address))).toEqual([]);
});
