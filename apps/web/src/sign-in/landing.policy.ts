/** Where somebody lands who signed in on the way to a page: on an address of ours, or at the front door. */
const FRONT_DOOR = '/';
const FIRST_QUESTIONS = '/welcome';

/** A path of ours as it is; what leads elsewhere, or back to the door, is none. A newcomer who was on no way is asked first. */
export function landingOf(to: string | undefined, isNewcomer: boolean): string {
  const landing = isOurs(to) ? to : FRONT_DOOR;
  return landing === FRONT_DOOR && isNewcomer ? FIRST_QUESTIONS : landing;
}

const isOurs = (to: string | undefined): to is string =>
  to !== undefined && /^\/(?![/\\])[^\\\p{C}]*$/u.test(to) && !to.startsWith('/sign-in');

/** The code of a printed link stands behind the `#`, where no server and no log sees it. */
export function codeOf(hash: string): string | null {
  const code = hash.replace(/^#/, '');
  return /^rkc_[\w-]+$/.test(code) ? code : null;
}
