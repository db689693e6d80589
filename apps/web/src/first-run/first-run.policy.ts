/** What a newcomer says by going on: what is left as it is says nothing, but for one thing. */
type Approval = 'review' | 'auto';

export interface Answers {
  name: string;
  email: string;
  /** IANA. */
  timezone: string;
  approval: Approval;
}

export interface Known {
  name: string | null;
  email: string | null;
  timezone: string;
  approval: Approval;
  newcomer: boolean;
}

export interface Said {
  /** Null where nothing is. */
  me: { name?: string; email?: string } | null;
  settings: { timezone?: string; approval: Approval };
}

/** `here`: where the browser is. Whoever never said otherwise reads each letter first. */
export const beforeAnswers = (known: Known, here: string | null): Answers => ({
  name: known.name ?? '',
  email: known.email ?? '',
  timezone: known.newcomer && here !== null ? here : known.timezone,
  approval: known.newcomer ? 'review' : known.approval,
});

export function saidBy(answers: Answers, known: Known): Said {
  const name = answers.name.trim();
  const email = answers.email.trim();
  const me = {
    ...(name !== '' && name !== known.name && { name }),
    ...(email !== '' && email !== known.email && { email }),
  };
  const timezone = answers.timezone.trim();
  return {
    me: Object.keys(me).length === 0 ? null : me,
    settings: { approval: answers.approval, ...(timezone !== '' && timezone !== known.timezone && { timezone }) },
  };
}
