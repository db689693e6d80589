import { describe, expect, it } from '@jest/globals';
import { LETTER_KINDS, REASON_CATEGORIES, REJECTABLE_STAGES } from '@app/contracts';
import * as fc from 'fast-check';
import { type LetterFacts, renderLetter } from './letter.policy.js';

type Rejection = NonNullable<LetterFacts['rejection']>;

function aLetter(changes: Partial<LetterFacts> = {}, rejection: Partial<Rejection> = {}) {
  return renderLetter({
    kind: 'feedback_request',
    candidate: { name: 'Ada Marlowe' },
    contact: { name: 'Maria Kowalska' },
    companyName: 'Acme Inc.',
    vacancy: { title: 'Senior Engineer', location: 'Berlin, Germany', url: 'https://acme.example/jobs/1?gh_jid=1' },
    rejection: { stage: 'interview', reason: { category: null, words: null }, subject: null, ...rejection },
    reopened: null,
    ...changes,
  });
}

describe('a feedback request', () => {
  it('makes the five moves in their order', () => {
    expect(aLetter().text.split('\n\n')).toEqual([
      'Hello Maria,',
      'Thank you for letting me know about my application for the Senior Engineer role (Berlin, Germany) at Acme Inc., and for the time you gave it.',
      'I am sorry that it did not work out this time, because I would have liked to do this work.',
      'I keep looking for work in this field, and I want to learn from each process I go through.',
      'May I ask one thing: in our interviews for the Senior Engineer role, which one skill that the job needs did I show least clearly? A line or two is plenty, and if you cannot say, I understand.',
      'I would be glad to stay in touch, and to hear from you when a vacancy comes up that you think would suit me.',
      'The posting, for reference: https://acme.example/jobs/1?gh_jid=1',
      'Kind regards,',
      'Ada Marlowe',
    ]);
  });

  it('asks one question, another one for every stage, about the role', () => {
    const questions = REJECTABLE_STAGES.map((stage) => {
      const { text } = aLetter({ vacancy: { title: 'Senior Engineer', location: null, url: null } }, { stage });
      expect(text.match(/\?/g)).toHaveLength(1);
      return text.split('\n\n').find((paragraph) => paragraph.includes('?'));
    });
    expect(new Set(questions).size).toBe(REJECTABLE_STAGES.length);
    for (const question of questions) expect(question).toContain('the Senior Engineer role');
  });
});

describe('a thank-you', () => {
  it.each([null, ...REASON_CATEGORIES])('for %s thanks for the reasons and asks nothing', (category) => {
    const vacancy = { title: 'Senior Engineer', location: null, url: null };
    const { text, subject } = aLetter({ kind: 'thank_you', vacancy }, { reason: { category, words: 'More Go.' } });
    expect(text).toContain('for telling me the reasons');
    expect(text).toContain('I would be glad to stay in touch');
    expect(text).not.toContain('?');
    expect(subject).toBe('Thank you for your words about the Senior Engineer role');
  });
});

describe('a letter about a reopened vacancy', () => {
  const kind = 'reopened_outreach';

  it('is short and says what was, without a gap to fill in', () => {
    const { text, subject } = aLetter({ kind, reopened: { cooldownUntil: null } });
    expect(subject).toBe('About the Senior Engineer role, which is open again');
    expect(text).toContain('I noticed that the Senior Engineer role (Berlin, Germany) at Acme Inc. is open again.');
    expect(text).toContain('We spoke about it when I applied');
    expect(text).not.toMatch(/[[\]{}<>…]|\.\.\.|undefined|null/);
    expect(text.length).toBeLessThan(700);
  });
  it('claims a talk only where there was one', () => {
    expect(aLetter({ kind }, { stage: 'screening' }).text).not.toContain('We spoke');
    expect(aLetter({ kind, rejection: null }).text).not.toContain('We spoke');
  });
  it('mentions reasons only where some were given', () => {
    expect(aLetter({ kind }).text).not.toContain('reasons');
    expect(aLetter({ kind }, { reason: { category: 'unknown', words: ' ' } }).text).not.toContain('reasons');
    expect(aLetter({ kind }, { reason: { category: 'experience', words: null } }).text).toContain('reasons you gave');
  });
  it('says until when the cooldown runs', () => {
    const cooldownUntil = new Date('2027-05-03T08:00Z');
    expect(aLetter({ kind, reopened: { cooldownUntil } }).text).toContain('until 3 May 2027');
  });
});

describe('the subject', () => {
  it.each([
    ['Your application at Acme', 'Re: Your application at Acme'],
    ['Re: Your application at Acme', 'Re: Your application at Acme'],
    ['RE: re:Your application at Acme', 'Re: Your application at Acme'],
    ['Regarding your application', 'Re: Regarding your application'],
    ['  ', 'Thank you, and one question about the Senior Engineer role'],
    ['Re:', 'Thank you, and one question about the Senior Engineer role'],
    [null, 'Thank you, and one question about the Senior Engineer role'],
  ])('after a rejection called %j is %j', (subject, expected) => {
    expect(aLetter({}, { subject }).subject).toBe(expected);
  });
});

describe.each(LETTER_KINDS)('every %s', (kind) => {
  it('keeps title, place, company, address and name as they are', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(text, text, text, text, (title, location, companyName, name) => {
        const url = 'https://acme.example/%20a?b=ü&c=1#x';
        const rendered = aLetter({ kind, vacancy: { title, location, url }, companyName, candidate: { name } });
        expect(rendered.text).toContain(`the ${title} role (${location}) at ${companyName}`);
        expect(rendered.text).toContain(url);
        expect(rendered.text.endsWith(`\n\n${name}`)).toBe(true);
        expect(rendered.subject).toContain(title);
      }),
    );
  });

  it.each(['  Data   Engineer\u00a0(m/w/d) ', 'مهندس برمجيات\u200f – QA', '🚀 Growth “Ninja” & $1', 'Инженер'])(
    'keeps the title %j',
    (title) => {
      expect(aLetter({ kind, vacancy: { title, location: null, url: null } }).text).toContain(`the ${title} role at `);
    },
  );

  it.each(REJECTABLE_STAGES)('at %s is calm, has one paragraph to a line and no gaps', (stage) => {
    const { text } = aLetter({ kind, vacancy: { title: 'Engineer', location: null, url: null } }, { stage });
    expect(text).not.toMatch(/!|\n{3}|[^\n]\n[^\n]| {2}|undefined|null|\[|reconsider|unsubscribe/i);
  });
});
