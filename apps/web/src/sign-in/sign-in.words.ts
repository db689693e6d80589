export const OPENING = 'Rekindle keeps what you lose after a no.';
export const LEAD = 'Open the link that was printed when Rekindle started. It works once, for ten minutes.';
export const ANOTHER = 'Another one:';
export const COMMAND = 'npm run sign-in';
export const TOKEN = 'Or a token';
export const TOKEN_HINT = 'It is printed at the start, too, and begins with rkd_.';
export const SIGN_IN = 'Sign in';
export const SIGNING_IN = 'Signing in…';
export const TITLE = 'Sign in';
/** For whatever keeps passwords. */
export const NAME = 'Rekindle';
export const LOOK_AROUND = 'Look around';
export const INVENTED = 'Everybody and everything here is invented, and no mail leaves this machine.';
