export const NOT_FOUND = 'There is nothing here.';
export const NOT_FOUND_WAY_ON = 'It may have been deleted, or the address is not quite right.';
export const TO_FRONT_DOOR = 'To today';
export const TRY_AGAIN = 'Try again';
export const BROKEN = 'This page could not be shown.';
export const WAITING = 'A moment…';
export const SIGNED_OUT = 'Your session has ended.';
export const SIGN_IN = 'Sign in again';
