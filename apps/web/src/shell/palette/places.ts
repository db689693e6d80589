/** Where what was found is looked at. */
import { paths } from '../../paths.js';
import type { Found } from './palette.policy.js';

export function placeOf({ kind, id, title }: Found): { to: string; search?: { q: string } } {
  if (kind === 'application') return { to: paths.application(id) };
  if (kind === 'contact') return { to: paths.person(id) };
  // What has no page of its own stands in the list of applications.
  return { to: paths.applications(), search: { q: title } };
}
