/** Where a follow-up is read, or what it reminds of is done. */
import type { FollowUp } from '../api/shapes.js';
import { paths } from '../paths.js';

interface Placed extends Pick<FollowUp, 'id' | 'kind' | 'audience'> {
  application: { id: string } | null;
}

export function placeOf({ id, kind, audience, application }: Placed): string {
  if (kind === 'streak') return paths.pattern();
  if (audience === 'contact' || application === null) return paths.letter(id);
  return kind === 'reflection' ? paths.lookBackOn(application.id) : paths.application(application.id);
}
