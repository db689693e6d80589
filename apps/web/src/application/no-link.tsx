/** Opens *They said no* over whatever is shown; its address says so. */
import { Link } from '@tanstack/react-router';
import { buttonLook, type ButtonWeight } from '../look/button.js';
import { useShortcut } from '../look/shortcut.js';
import { KEY } from './application.verbs.js';
import { RECORD_NO } from './application.words.js';

interface Props {
  /** An id, or `new` where it is still to be found. */
  no: string;
  weight?: ButtonWeight;
}

export function NoLink({ no, weight = 'word' }: Props) {
  const keyed = useShortcut();
  return (
    <Link to="." search={(shown) => ({ ...shown, no })} resetScroll={false} {...buttonLook(weight)} {...keyed(KEY.no)}>
      {RECORD_NO}
    </Link>
  );
}
