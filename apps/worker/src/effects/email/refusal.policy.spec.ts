import { describe, expect, it } from '@jest/globals';
import type { MailStage } from './mailer.js';
import { refusedBy, type Refused, saidWithoutAddresses, withoutAddresses } from './refusal.policy.js';

/** As `smtp-outcome.ts` reads it off the wire. */
function read(reply: string, stage: MailStage = 'recipient') {
  const code = Number(reply.slice(0, 3));
  const enhancedCode = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(reply)?.[1] ?? null;
  return { kind: 'refused', code, enhancedCode, permanent: code >= 500, reply, stage } as const;
}

/** Of real servers; names and numbers are made up. */
const SENTENCES: Record<Refused, [server: string, reply: string, stage?: MailStage][]> = {
  recipient: [
    ['Postfix', '550 5.1.1 <dana@firm.example>: Recipient address rejected: User unknown in local recipient table'],
    ['Postfix', '550 5.1.1 <dana@firm.example>: Recipient address rejected: User unknown in virtual mailbox table'],
    [
      'Postfix',
      '550 5.1.10 <dana@firm.example>: Recipient address rejected: Domain firm.example does not accept mail (nullMX)',
    ],
    ['Postfix', '550 5.1.2 <dana@firm.invalid>: Recipient address rejected: Domain not found'],
    ['Postfix', '550 5.1.6 <dana@firm.example>: Recipient address rejected: User has moved to elsewhere.example'],
    [
      'Postfix behind another',
      '550 5.1.1 <dana@firm.example>: Recipient address rejected: undeliverable address: host mx.firm.example[192.0.2.7] said: 550 5.1.1 User unknown (in reply to RCPT TO command)',
    ],
    ['Exim', '550 No such user here'],
    ['Exim', '550 Unknown user'],
    ['cPanel', '550 No Such User Here"'],
    ['Sendmail', '550 5.1.1 <dana@firm.example>... User unknown'],
    ['Sendmail', '553 5.1.3 <dana@firm..example>... Invalid host name'],
    ['qmail', '511 sorry, no mailbox here by that name (#5.1.1 - chkuser)'],
    ['qmail', '550 sorry, no mailbox here by that name (#5.1.1)'],
    ['Courier', '550 User unknown.'],
    [
      'Exchange',
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient dana@firm.example not found by SMTP address lookup',
    ],
    ['Exchange', '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found', 'data'],
    ['Exchange', '550 5.1.1 User unknown'],
    [
      'Gmail',
      "550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the recipient's email address for typos or 550-5.1.1 unnecessary spaces. Learn more at 550 5.1.1 https://support.google.com/mail/?p=NoSuchUser a1-2 - gsmtp",
    ],
    [
      'Gmail',
      "553-5.1.2 We weren't able to find the recipient domain. Please check for any 553-5.1.2 spelling errors 553 5.1.2 a1-2 - gsmtp",
    ],
    [
      'Yahoo',
      "554 delivery error: dd This user doesn't have a yahoo.example account (dana@yahoo.example) [0] - mta1001.mail.yahoo.example",
    ],
    ['Yahoo', '552 1 Requested mail action aborted, mailbox not found'],
    ['iCloud', '550 5.1.1 <dana@icloud.example>: user does not exist'],
    ['Barracuda', '550 No such recipient (dana@firm.example)'],
    ['Barracuda', '550 cuda_nsu 5.1.1 <dana@firm.example>: Recipient address rejected: User unknown'],
    ['Proofpoint', '550 5.1.1 <dana@firm.example>... User unknown'],
    ['Proofpoint Essentials', '550 5.1.1 Invalid recipient dana@firm.example (Mode: normal)'],
    ['Mimecast', '550 Invalid Recipient - https://community.mimecast.example/docs/DOC-1369#550 [abc.uk123]'],
    ['AT&T', '550 5.2.1 <dana@firm.example>... Addressee unknown, relay=[192.0.2.7]'],
    ['Zoho', '550 5.1.1 User does not exist - <dana@firm.example>'],
    ['Lotus Domino', '550 dana@firm.example... No such user'],
    ['Yandex', '550 5.1.0 Addressee unknown'],
    ['an old gateway', '550 5.1.0 <dana@firm.example> User unknown'],
    ['a French one', '550 5.5.0 Utilisateur inconnu'],
    ['a German one', '550 Empfänger unbekannt'],
    ['whose user is called relay', '550 <relay@spam-policy.example>: user unknown'],
    ['whose host is called relay', '550 5.1.1 relay.auth.firm.example: no such user'],
    ['ours, before a server is asked', '553 5.1.3 "dana" is not one mail address'],
  ],
  account: [
    [
      'cPanel, of this and that',
      '550 "The mail server could not deliver mail to dana@firm.example. The account or domain may not exist, they may be blacklisted, or missing the proper dns entries."',
      'data',
    ],
    ['Exim', '550 relay not permitted'],
    ['Exim', '550 relay not permitted, authentication required'],
    ['docker images', '550 SMTP AUTH is required for message submission on port 587'],
    [
      'cPanel',
      '550-mail.firm.example [192.0.2.7]:4711 is currently not permitted to relay through 550 this server. Perhaps you have not logged into the pop/imap server in the last 30 minutes',
    ],
    ['Postfix', '554 5.7.1 <dana@firm.example>: Relay access denied'],
    ['Postfix, as it is installed', '454 4.7.1 <dana@firm.example>: Relay access denied'],
    ['Postfix', '530 5.7.0 Must issue a STARTTLS command first', 'sender'],
    [
      'Postfix',
      '554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org; https://www.spamhaus.example/query/ip/192.0.2.7',
    ],
    ['Postfix', '554 5.7.1 <unknown[192.0.2.7]>: Client host rejected: Access denied'],
    ['Postfix', '504 5.5.2 <laptop>: Helo command rejected: need fully-qualified hostname'],
    ['Sendmail', '550 5.7.1 <dana@firm.example>... Relaying denied'],
    ['Sendmail', '550 5.7.1 <dana@firm.example>... Relaying denied. Proper authentication required.'],
    ['Sendmail', '550 5.0.0 Access denied - your host is on our block list'],
    ['qmail', "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)"],
    ['Courier', '513 Relaying denied.'],
    ['Exchange', '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain'],
    ['Exchange', '550 5.7.1 Unable to relay'],
    ['Exchange', '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM', 'sender'],
    ['Exchange', '550 5.4.1 Relay Access Denied'],
    [
      'Outlook.com',
      '550 5.7.708 Service unavailable. Access denied, traffic not accepted from this IP. AS(7230)',
      'data',
    ],
    [
      'Outlook.com',
      "550 5.7.1 Unfortunately, messages from [192.0.2.7] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150).",
      'sender',
    ],
    [
      'Gmail',
      "550-5.7.1 [192.0.2.7] The IP you're using to send mail is not authorized to send email directly to our servers. 550 5.7.1 a1-2 - gsmtp",
      'data',
    ],
    [
      'Gmail',
      '550 5.4.5 Daily user sending limit exceeded. For more information on Gmail sending limits go to 550 5.4.5 https://support.google.com/a/answer/166852 a1-2 - gsmtp',
      'sender',
    ],
    [
      'Gmail relay',
      "550-5.7.1 Invalid credentials for relay [192.0.2.7]. The IP address you've registered 550 5.7.1 does not match",
      'sender',
    ],
    [
      'GMX',
      '554-gmx.example (mxgmx1) Nemesis ESMTP Service not available 554-No SMTP service 554-IP address is block listed. 554 For explanation visit https://postmaster.gmx.example/',
      'connect',
    ],
    [
      'Yahoo',
      '553 5.7.2 [TSS09] All messages from 192.0.2.7 will be permanently deferred; your server is on a list',
      'sender',
    ],
    ['Mimecast', '550 Open relay not allowed - https://community.mimecast.example/docs/DOC-1369#550'],
    ['Mimecast', '550 Administrative prohibition - your IP is not an authorised outbound address'],
    ['Proofpoint', '554 5.7.1 Blocked - see https://ipcheck.proofpoint.example/?ip=192.0.2.7', 'connect'],
    ['Barracuda', '550 Blocked'],
    ['Rackspace', '554 5.7.1 <dana@firm.example>: Recipient address rejected: Please log in before sending'],
    ['a dead code beside the word relay', '550 5.1.1 <dana@firm.example> relaying denied'],
    ['no such user beside the word relay', '550 No such user here; relaying prohibited'],
    ['that closes for spammers', '554 5.3.2 Your access has been rejected: poor reputation', 'connect'],
  ],
  sender: [
    ['Postfix', '553 5.7.1 <olena@example.org>: Sender address rejected: not owned by user olena', 'recipient'],
    ['Postfix', '550 5.1.8 <olena@example.invalid>: Sender address rejected: Domain not found'],
    ['Postfix', '501 5.1.7 Bad sender address syntax', 'sender'],
    ['Exim', '550 Sender verify failed', 'recipient'],
    [
      'Sendmail',
      '553 5.1.8 <olena@example.invalid>... Domain of sender address olena@example.invalid does not exist',
      'sender',
    ],
    ['Sendmail', '553 5.5.4 <olena>... Domain name required for sender address olena', 'sender'],
    ['Exchange', '550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'data'],
    ['Outlook.com', '550 5.1.8 Access denied, bad outbound sender. AS(42004)', 'data'],
    [
      'Gmail',
      "550-5.7.26 Unauthenticated email from example.org is not accepted due to domain's DMARC policy. 550 5.7.26 a1-2 - gsmtp",
      'data',
    ],
    [
      'Gmail',
      '552-5.7.0 This message was blocked because its content presents a potential 552 5.7.0 security issue.',
      'data',
    ],
    ['GMX', '554 Transaction failed Reject due to policy restrictions', 'data'],
    ['GMX', '550 5.1.0 sender rejected', 'sender'],
    [
      'Yahoo',
      '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahoo.example/error-codes',
      'data',
    ],
    ['SpamAssassin', '554 5.7.1 This message looks like spam', 'data'],
    ['Mimecast', '550 Rejected by header based Anti-Spoofing policy: olena@example.org', 'data'],
    ['Proofpoint Essentials', '550 5.7.1 Message rejected due to content restrictions', 'data'],
    ['a dead code about the sender', '550 5.1.1 <olena@example.org>: sender unknown', 'sender'],
    ['Broadcom', '550 Denied by policy'],
    ['any', '521 access denied', 'sender'],
    ['without a word', '550 no', 'sender'],
  ],
  letter: [
    [
      'Outlook.com, of who is not there and of who may not write',
      '550 5.4.1 Recipient address rejected: Access denied. AS(201806281)',
    ],
    ['Outlook.com', '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).'],
    ['GMX', '550 Requested action not taken: mailbox unavailable'],
    ['Gmail', '552-5.2.2 The email account that you tried to reach is over quota. 552 5.2.2 a1-2 - gsmtp'],
    ['Gmail', '550-5.2.1 The email account that you tried to reach is inactive. 550 5.2.1 a1-2 - gsmtp'],
    ['Postfix', '552 5.3.4 Message size exceeds fixed limit', 'sender'],
    ['Exim', '552 message size exceeds maximum permitted', 'sender'],
    ['Exim', '550 Unrouteable address'],
    ['Exchange', '550 5.4.310 DNS domain firm.invalid does not exist'],
    ['Exchange', '554 5.4.6 Hop count exceeded - possible mail loop', 'data'],
    ['Exchange', '550 5.4.4 User unknown'],
    ['any', '550 5.1.0 Address rejected'],
    ['any', '551 User not local; please try <forward@elsewhere.example>'],
    ['any', '554 Transaction failed', 'data'],
    ['any', '550 5.6.0 Message is not RFC 5322 compliant', 'data'],
    ['ours, before it is asked', '553 5.6.7 dänä@firm.example needs SMTPUTF8, which the mail server lacks'],
  ],
  for_now: [
    [
      'Postgrey',
      '450 4.2.0 <dana@firm.example>: Recipient address rejected: Greylisted, see https://postgrey.example/help/firm',
    ],
    [
      'Gmail',
      '421-4.7.0 [192.0.2.7 15] Our system has detected an unusual rate of unsolicited mail. 421 4.7.0 a1-2 - gsmtp',
      'data',
    ],
    ['Exchange', '451 4.7.500 Server busy. Please try again later'],
    ['a full mailbox', '452 4.2.2 The email account that you tried to reach is over quota'],
    ['closed for the day', '554 5.3.2 Closed for the day', 'connect'],
  ],
};
/** What even the words for it do not make of an address. */
const NEVER_DEAD = ['5.1.7', '5.1.8', '5.4.0', '5.4.1', '5.4.4', '5.7.0', '5.7.1', '5.7.26', '5.7.133'];

describe.each(Object.entries(SENTENCES))('%s is refused', (refused, sentences) => {
  // Named, they would count: where the stage is left out Jest would hand over a `done` in its place, and wait for it.
  it.each(sentences)('by %s: %s', (...[, reply, stage]) => {
    expect(refusedBy(read(reply, stage))).toBe(refused);
  });
});

it.each(NEVER_DEAD)('%s is no dead address, whatever the words', (code) => {
  for (const words of ['User unknown', 'No such user here', 'The account does not exist']) {
    expect(refusedBy(read(`550 ${code} ${words}`))).not.toBe('recipient');
  }
});

it('5.1.0 is one with the words alone', () => {
  expect(refusedBy(read('550 5.1.0 Address rejected'))).not.toBe('recipient');
  expect(refusedBy(read('550 5.1.0 Unknown user'))).toBe('recipient');
});

it('an answer as long as servers like makes no more work than a short one', () => {
  for (const part of ['user ', 'no such ', 'does not ', '<', '@', 'relay', ' ', '(a.b.c']) {
    const startedAt = process.cpuUsage();
    refusedBy(read(`550 ${part.repeat(1_000_000)}`));
    withoutAddresses(`550 ${part.repeat(1_000_000)}`);
    expect(process.cpuUsage(startedAt).user).toBeLessThan(1_000_000);
  }
});

it('what is told of it to others names nobody', () => {
  expect(withoutAddresses('554 5.7.1 <dana@firm.example>: Relay access denied for dana@firm.example')).toBe(
    '554 5.7.1 …: Relay access denied for …',
  );
});

it('nor does what is kept of a sentence', () => {
  const said = { server: 'mail.example:587', said: '535 no dana@firm.example here' };
  expect(saidWithoutAddresses({ code: 'login_refused', facts: { ...said, 'last.tries': 3, last: null } })).toEqual({
    code: 'login_refused',
    facts: { server: 'mail.example:587', said: '535 no … here', 'last.tries': 3, last: null },
  });
});
