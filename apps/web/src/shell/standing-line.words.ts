export const SESSION_ENDED = 'Your session has ended. What you typed here stays.';
export const SIGN_IN_AGAIN = 'Sign in again';
export const unheardSince = (time: string) =>
  `Not connected since ${time}. What you see stays; nothing is sent until it is back.`;
