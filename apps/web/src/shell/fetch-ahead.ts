/** Once a page stands and nobody waits, what others are made of: so that neither a lost connection nor an upgrade takes them away. */
import type { AnyRouter } from '@tanstack/react-router';
import { fetchAdd, fetchKeys, fetchNo, fetchPalette } from './sheets.js';

const REST_MS = 5_000;

export function fetchAhead(router: AnyRouter): void {
  const fetchAll = async () => {
    for (const route of Object.values<AnyRouter['routeTree']>(router.routesById)) await router.loadRouteChunk(route);
    await Promise.all([fetchNo(), fetchAdd(), fetchKeys(), fetchPalette()]);
  };
  const stop = router.subscribe('onRendered', () => {
    stop();
    // What does not come now is asked for when it is wanted.
    setTimeout(() => void fetchAll().catch(() => undefined), REST_MS);
  });
}
