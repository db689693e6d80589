export const SESSION_ENDED = 'Your session has ended.';
export const SIGN_IN_AGAIN = 'Sign in again';
