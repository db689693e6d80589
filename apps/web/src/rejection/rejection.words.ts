import type { ReasonCategory, RejectableStage } from '@app/contracts/words';

export const TITLE = 'They said no';
export const CLOSE = 'Close';
export const AS_LEFT = 'As you left it.';
export const EMPTY_IT = 'Start again';

export const WHICH = 'Which application';
export const WHICH_HINT = 'A word of its title, its company or whoever it was with.';
export const WHICH_NONE = 'None of those that are open has these words.';
export const WHICH_MISSING = 'Say which application it is.';
export const WHICH_DECIDED = 'This one is closed already; its page says how it stands.';
export const NOT_HERE = 'Add a new one';
export const IS_HERE = 'Choose one of yours';
export const COMPANY = 'Company';
export const JOB = 'Job';
export const WHO = 'Who it was';
export const WHO_HINT = 'If you know. A letter is to them alone.';
export const ADDRESS = 'Their address';
export const ADDRESS_HINT = 'E-mail. Without it no letter can go.';

export const WHEN = 'When it came, if not now';
export const AT_STAGE = 'At which stage';
export const STAGE: Record<RejectableStage, string> = {
  applied: 'Applied',
  screening: 'Screening',
  interview: 'Interview',
  offer: 'Offer',
};
export const WORDS = 'Their words';
export const WORDS_HINT = 'Paste the mail as it is, up to 100,000 characters. It stays here.';
export const REASON = 'Their reason';
export const REASONS: Record<ReasonCategory | '', string> = {
  '': 'Not given, or in their words',
  hard_skills: 'Knowledge or skills',
  soft_skills: 'How one works with others',
  culture_fit: 'Fit with the team',
  experience: 'Experience',
  language: 'Language',
  compensation: 'Pay',
  position_closed: 'The position was closed',
  other_candidate: 'Somebody else was chosen',
  unknown: 'It stayed unclear',
};

export const FOLLOWS = 'What follows';
export const NOT_YET = 'Once it is clear which job it is, what would follow stands here.';
export const NOTHING_FOLLOWS = 'Nothing follows from it.';
export const NOT_TOLD = 'What would follow cannot be told while Rekindle does not answer.';
export const LATER = 'You can read, hold, move and stop each step afterwards.';
export const SAY = 'Record it';
export const SAYING = 'Recording it…';
export const TRY_AGAIN = 'Try again';
export const SIGNED_OUT = 'Your session has ended. What you typed stays in this tab.';
export const SIGN_IN = 'Sign in again';

/** What is seen beside the button, wherever the page is scrolled to. */
export const andMore = (sentence: string, more: number) => {
  if (more === 0) return sentence;
  return `${sentence} ${more === 1 ? 'One more step follows.' : `${more} more steps follow.`}`;
};
