import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { replySubject } from './subject.policy.js';
import { REPLY_PREFIXES } from './subject-words.js';

describe('an answer to', () => {
  it.each([
    ['Your application at Acme', 'Re: Your application at Acme'],
    ['Re: Your application at Acme', 'Re: Your application at Acme'],
    ['RE: re:Your application at Acme', 'Re: Your application at Acme'],
    ['AW: Ihre Bewerbung', 'Re: Ihre Bewerbung'],
    ['Re: AW: Ihre Bewerbung', 'Re: Ihre Bewerbung'],
    ['AW: WG: AW: Ihre Bewerbung', 'Re: Ihre Bewerbung'],
    ['Antwort: Ihre Bewerbung', 'Re: Ihre Bewerbung'],
    ['SV: Din ansökan', 'Re: Din ansökan'],
    ['VS: Hakemuksesi', 'Re: Hakemuksesi'],
    ['Antw: Uw sollicitatie', 'Re: Uw sollicitatie'],
    ['RE[2]: Your application', 'Re: Your application'],
    ['Re(2): Your application', 'Re: Your application'],
    ['Re^3: Your application', 'Re: Your application'],
    ['Re [4] : Your application', 'Re: Your application'],
    ['RE : Votre candidature', 'Re: Votre candidature'],
    ['RE\u00a0: Votre candidature', 'Re: Votre candidature'],
    ['TR : RE : Votre candidature', 'Re: Votre candidature'],
    ['Rép: Votre candidature', 'Re: Votre candidature'],
    ['Fwd: Fw: Your application', 'Re: Your application'],
    ['RV: Tu candidatura', 'Re: Tu candidatura'],
    ['RES: ENC: Sua candidatura', 'Re: Sua candidatura'],
    ['R: I: La tua candidatura', 'Re: La tua candidatura'],
    ['Rif: La tua candidatura', 'Re: La tua candidatura'],
    ['Odp: PD: Twoja aplikacja', 'Re: Twoja aplikacja'],
    ['Odg: Vaša prijava', 'Re: Vaša prijava'],
    ['Vá: Jelentkezés', 'Re: Jelentkezés'],
    ['Ynt: İlt: Başvurunuz', 'Re: Başvurunuz'],
    ['ΑΠ: Η αίτησή σας', 'Re: Η αίτησή σας'],
    ['Отв: Ваш отклик', 'Re: Ваш отклик'],
    ['Відп: Ваша заявка', 'Re: Ваша заявка'],
    ['回复：您的申请', 'Re: 您的申请'],
    ['回复: 转发：您的申请', 'Re: 您的申请'],
    ['答复: 您的申请', 'Re: 您的申请'],
    ['返信: 応募について', 'Re: 応募について'],
    ['回覆：應徵', 'Re: 應徵'],
    ['השב: המועמדות', 'Re: המועמדות'],
    ['[EXTERNAL] RE: Your application', 'Re: Your application'],
    ['AW: [Ticket 12] Ihre Bewerbung', 'Re: [Ticket 12] Ihre Bewerbung'],
  ])('%j is %j', (theirs, ours) => {
    expect(replySubject(theirs)).toBe(ours);
  });

  it.each([
    'Regarding your application',
    'Update: your application',
    'Application: Senior Engineer',
    'Acme: your application',
    'Reminder: interview',
    'Response: your application',
    'Ref: 4711 your application',
    'R&D: your application',
    'Reply to your application',
    'Awaiting: your documents',
    'Re your application',
    'Fwdays: conference',
    '12: your application',
    'RE-4711: your application',
  ])('%j keeps the whole of it', (theirs) => {
    expect(replySubject(theirs)).toBe(`Re: ${theirs}`);
  });

  it.each([null, '', '  ', 'Re:', 'AW: ', 'Re: Fwd:'])('%j is none', (theirs) => {
    expect(replySubject(theirs)).toBeNull();
  });
});

const prefixes = Object.values(REPLY_PREFIXES).flatMap((words) => words.split(' '));

it('whatever stands in front, one "Re:" does, and doing it again changes nothing', () => {
  const stack = fc.array(fc.tuple(fc.constantFrom(...prefixes), fc.constantFrom(':', ' :', '：', '[2]:', '(3):')));
  fc.assert(
    fc.property(stack, fc.boolean(), (stacked, isLoud) => {
      const front = stacked.map(([word, end]) => `${isLoud ? word.toUpperCase() : word}${end} `).join('');
      expect(replySubject(`${front}Your application`)).toBe('Re: Your application');
      expect(replySubject(replySubject(`${front}Your application`))).toBe('Re: Your application');
    }),
  );
});

it('takes a long row of blanks and prefixes in no time', () => {
  const started = performance.now();
  replySubject(`${'re: '.repeat(20_000)}${' '.repeat(200_000)}x`);
  replySubject(`re${' '.repeat(200_000)}x`);
  expect(performance.now() - started).toBeLessThan(1_000);
});

const SEEN = '../shared/data/faults/17-reply-subjects.csv';

it('answers every subject of the list of faults as it should, where that is at hand', () => {
  if (!existsSync(SEEN)) {
    process.stdout.write(`${SEEN} is not here: its subjects stand in the table above as well.\n`);
    return;
  }
  const rows = [...readFileSync(SEEN, 'utf8').matchAll(/^"([^"]*)","([^"]*)"/gm)];
  expect(rows.length).toBeGreaterThan(3);
  for (const [, theirs = '', ours] of rows) expect(replySubject(theirs)).toBe(ours);
});
