/** Opens *They said no* over whatever is shown; its address says so. */
import { Link } from '@tanstack/react-router';
import { buttonLook, type ButtonWeight } from '../look/button.js';
import { useShortcut } from '../look/shortcut.js';
import { sayNoTo, THEY_SAID_NO } from './application.words.js';

interface Props {
  /** An id, or `new` where it is still to be found. */
  no: string;
  /** The name of the application, where several links stand under each other. */
  name?: string;
  weight?: ButtonWeight;
}

export function NoLink({ no, name, weight = 'word' }: Props) {
  const keyed = useShortcut();
  return (
    <Link
      to="."
      search={(shown) => ({ ...shown, no })}
      aria-label={name === undefined ? undefined : sayNoTo(name)}
      {...buttonLook(weight)}
      {...keyed('n')}
    >
      {THEY_SAID_NO}
    </Link>
  );
}
