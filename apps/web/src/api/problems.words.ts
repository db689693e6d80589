import { NO_MOMENT } from '../time/local-time.words.js';

export const NOT_REACHED = 'Rekindle does not answer. What you see stays; try again when it runs.';

export const OWN_FAULT =
  'Something on this page went wrong, and nothing you wrote is lost by it. Load the page again; if it stays so, it is a fault of Rekindle.';

export const NO_ADDRESS = 'This is no address of a page: one begins with https://.';

type Facts = Readonly<Record<string, unknown>>;

/** What the API says of lengths, of what is blank and of the shape of a moment is for programs. */
export const SAID: Readonly<Record<string, (facts: Facts) => string>> = {
  blank: () => 'Something has to stand here.',
  too_big: ({ maximum }) => `At most ${Number(maximum).toLocaleString('en')} characters.`,
  not_an_instant: () => NO_MOMENT,
  duration_too_long: () => 'At most ten years.',
  not_a_web_address: () => NO_ADDRESS,
};
