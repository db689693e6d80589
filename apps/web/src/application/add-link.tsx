/** Opens *Add an application* over whatever is shown; its address says so. */
import { Link } from '@tanstack/react-router';
import { buttonLook, type ButtonWeight } from '../look/button.js';
import { useShortcut } from '../look/shortcut.js';
import { ADD } from './application.words.js';

export function AddLink({ weight = 'word' }: { weight?: ButtonWeight }) {
  const keyed = useShortcut();
  return (
    <Link
      to="."
      search={(shown) => ({ ...shown, add: 'new' })}
      resetScroll={false}
      {...buttonLook(weight)}
      {...keyed('c')}
    >
      {ADD}
    </Link>
  );
}
