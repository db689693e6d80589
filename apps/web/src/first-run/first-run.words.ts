export const NAME_OF_ALL = 'Rekindle';
export const TITLE = 'Welcome';
export const OPENING = 'Three questions first. Each of them can wait.';
export const LEAD =
  'Turned down for a job? Rekindle writes a short letter of thanks with one question, and reminds you to stay in touch. Your answers are kept as you go on, and stand in the settings.';

export const WHO = 'Who are the letters from?';
export const WHO_FOLLOWS =
  'They are signed with your name, and answers come to your address. Left out, no letter leaves.';
export const NAME = 'Your name';
export const ADDRESS = 'Your e-mail address';

export const WHEN = 'Which clock is yours?';
export const WHEN_FOLLOWS =
  'Times here are on it, and so are reminders to you. A letter goes by the clock of whoever reads it.';
export const ZONE = 'Your time zone';

export const HOW = 'Before a letter goes';
export const HOW_AT_LENGTH = 'Shall letters wait for your yes, or go by themselves in the recruiter’s morning?';
export const REVIEW = 'They wait for my yes';
export const REVIEW_FOLLOWS = 'Each is a draft until you have read it.';
export const AUTO = 'They go by themselves';
export const AUTO_FOLLOWS = 'You see each one coming, and can change, hold or stop it until then.';

export const WAYS = 'And then';
export const NO_FOLLOWS = 'Has somebody said no? That becomes a plan, and you see it before anything goes.';
export const RECORD_NO = 'Record a no';
export const SAMPLE_FOLLOWS = 'Or see first how it looks: a few invented applications, gone again in one press.';
export const LOOK_AROUND = 'Look around with invented data';
export const TO_TODAY = 'To today';
