import { describe, expect, it } from '@jest/globals';
import { CONTACT_ROLES, LETTER_KINDS, REASON_CATEGORIES, REJECTABLE_STAGES } from '@app/contracts';
import * as fc from 'fast-check';
import { type LetterFacts, renderLetter } from './letter.policy.js';

type Rejection = NonNullable<LetterFacts['rejection']>;

const MARIA: LetterFacts['contact'] = {
  name: 'Maria Kowalska',
  country: null,
  greeting: null,
  role: 'recruiter',
  companyName: null,
};

function aLetter(changes: Partial<LetterFacts> = {}, rejection: Partial<Rejection> = {}) {
  return renderLetter({
    kind: 'feedback_request',
    candidate: { name: 'Ada Marlowe' },
    contact: MARIA,
    wasTold: true,
    looking: true,
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
  const vacancy = { title: 'Senior Engineer', location: null, url: null };

  it.each([null, ...REASON_CATEGORIES])('for %s thanks for what was said and asks nothing', (category) => {
    const { text, subject } = aLetter({ kind: 'thank_you', vacancy }, { reason: { category, words: 'More Go.' } });
    const isReason = category !== null && category !== 'unknown' && category !== 'other_candidate';
    expect(text).toContain(isReason ? 'for telling me the reasons' : 'for what you wrote about it');
    expect(text).toContain('I would be glad to stay in touch');
    expect(text).not.toContain('?');
    expect(subject).toBe('Thank you for your words about the Senior Engineer role');
  });

  it('thanks for no words where there were none', () => {
    const { text, subject } = aLetter({ kind: 'thank_you', vacancy }, { reason: { category: null, words: null } });
    expect(text).toContain('and for the time you gave it');
    expect(text).not.toMatch(/reason|open word|what you wrote/);
    expect(subject).toBe('My application for the Senior Engineer role, and thank you');
  });
});

describe('a letter to somebody who did not send the refusal', () => {
  const anything = fc.record({
    kind: fc.constantFrom(...LETTER_KINDS),
    stage: fc.constantFrom(...REJECTABLE_STAGES),
    category: fc.constantFrom(null, ...REASON_CATEGORIES),
    words: fc.constantFrom(null, 'More Go.'),
    role: fc.constantFrom(null, ...CONTACT_ROLES),
  });

  it('thanks nobody for letting me know, and is in no thread', () => {
    fc.assert(
      fc.property(anything, ({ kind, stage, category, words, role }) => {
        const facts = { kind, wasTold: false, contact: { ...MARIA, role } };
        const { text, subject } = aLetter(facts, { stage, reason: { category, words }, subject: 'AW: Bewerbung' });
        expect(text).not.toMatch(
          /letting me know|What you say|what you wrote|reasons you gave|telling me|did you|our int/,
        );
        expect(subject).not.toMatch(/Re:|Bewerbung|your words/);
      }),
    );
  });

  it('says so', () => {
    expect(aLetter({ wasTold: false }).text.split('\n\n').slice(0, 2)).toEqual([
      'Hello Maria,',
      'I have learned that my application for the Senior Engineer role (Berlin, Germany) at Acme Inc. was not successful. Thank you for the time that was given to it.',
    ]);
  });
});

describe('a letter while the candidate does not look', () => {
  it.each(LETTER_KINDS)('claims no search: %s', (kind) => {
    const reason = { category: 'experience', words: 'More Go.' } as const;
    expect(aLetter({ kind, looking: false }, { reason }).text).not.toMatch(/looking|vacancy comes up/);
  });
});

describe('a question', () => {
  it('goes beyond what they wrote', () => {
    const { text } = aLetter({}, { reason: { category: null, words: 'We chose others.' } });
    expect(text).toContain('May I ask one thing beyond what you wrote: in our interviews');
  });
  it('knows that the choice fell on another', () => {
    const { text } = aLetter({}, { reason: { category: 'other_candidate', words: null } });
    expect(text).toContain('I understand that the choice fell on another candidate. May I ask one thing: in our');
  });
  it('asks an agency what it knows', () => {
    const { text } = aLetter({ contact: { ...MARIA, role: 'agency_recruiter' } });
    expect(text).toContain('Thank you for letting me know');
    expect(text).toContain('as far as you know, which one skill');
    expect(text).not.toContain('our interviews');
  });
});

describe('the form of address', () => {
  it.each([
    [{ name: 'Wang Xiaoming', country: 'CN' }, 'Hello Wang Xiaoming,'],
    [{ name: 'Maria Kowalska', greeting: 'Dr. Kowalska' }, 'Hello Dr. Kowalska,'],
    [{ name: 'Acme' }, 'Hello,'],
    [{ name: 'Acme Recruiting Team' }, 'Hello,'],
  ])('of %j is %s', (contact, greeting) => {
    expect(aLetter({ contact: { ...MARIA, ...contact } }).text.startsWith(`${greeting}\n\n`)).toBe(true);
  });
});

describe('a letter about a reopened vacancy', () => {
  const kind = 'reopened_outreach';

  it('is short and says what was, without a gap to fill in', () => {
    const { text, subject } = aLetter({ kind, reopened: { cooldownUntil: null } });
    expect(subject).toBe('About the Senior Engineer role, which is open again');
    expect(text).toContain('I noticed that the Senior Engineer role (Berlin, Germany) at Acme Inc. is open again.');
    expect(text).toContain('I applied for it before and came as far as the interviews');
    expect(text).not.toMatch(/[[\]{}<>…]|\.\.\.|undefined|null/);
    expect(text.length).toBeLessThan(700);
  });
  it('claims interviews only where there were some', () => {
    expect(aLetter({ kind }, { stage: 'screening' }).text).not.toContain('interviews');
    expect(aLetter({ kind, rejection: null }).text).not.toContain('interviews');
  });
  it('mentions reasons only where some were given', () => {
    expect(aLetter({ kind }).text).not.toContain('reasons');
    expect(aLetter({ kind }, { reason: { category: 'unknown', words: ' ' } }).text).not.toContain('reasons');
    expect(aLetter({ kind }, { reason: { category: 'other_candidate', words: 'Sorry.' } }).text).not.toContain(
      'reasons',
    );
    const reason = { category: 'experience', words: null } as const;
    expect(aLetter({ kind }, { reason }).text).toContain('reasons you gave me');
    expect(aLetter({ kind, wasTold: false }, { reason }).text).toContain('reasons I was given');
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
      fc.property(text, text, text, text, (end, place, company, name) => {
        const [title, location, companyName] = [`Engineer${end}`, `Berlin${place}`, `Acme ${company}`];
        const url = 'https://acme.example/%20a?b=ü&c=1#x';
        const rendered = aLetter({ kind, vacancy: { title, location, url }, companyName, candidate: { name } });
        expect(rendered.text).toContain(` ${companyName}`);
        expect(rendered.text).toContain(title);
        expect(rendered.text).toContain(location);
        expect(rendered.text).toContain(url);
        expect(rendered.text.endsWith(`\n\n${name}`)).toBe(true);
        expect(rendered.subject).toContain(title);
      }),
    );
  });

  it.each(['Data   Engineer\u00a0(m/w/d) ', 'مهندس برمجيات\u200f – QA', '🚀 Growth “Ninja” & $1', 'Инженер'])(
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
