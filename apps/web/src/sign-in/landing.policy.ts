/** Where somebody lands who signed in on the way to a page: on an address of ours, or at the front door. */
const FRONT_DOOR = '/';

/** A path of ours as it is; what leads elsewhere, or back to the door, is none. */
export function landingOf(to: string | undefined): string {
  if (to === undefined || !/^\/(?![/\\])[^\\\p{C}]*$/u.test(to)) return FRONT_DOOR;
  return to.startsWith('/sign-in') ? FRONT_DOOR : to;
}

/** The code of a printed link stands behind the `#`, where no server and no log sees it. */
export function codeOf(hash: string): string | null {
  const code = hash.replace(/^#/, '');
  return /^rkc_[\w-]+$/.test(code) ? code : null;
}
