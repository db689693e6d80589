/** Whose clock the times of a page are on, and what time it is: one for all that stands on a page. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Place } from './moments.policy.js';
import { readerOf } from './reader.policy.js';

const TICK_MS = 30_000;
const Yours = createContext<Place | null>(null);

/** `timezone` is that of the account (IANA), whatever the browser's is. */
export function YoursProvider({ timezone, children }: { timezone: string; children: ReactNode }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const place = useMemo(() => ({ timezone, reader: readerOf(navigator.languages), now }), [timezone, now]);
  return <Yours value={place}>{children}</Yours>;
}

export function useYours(): Place {
  const place = useContext(Yours);
  if (place === null) throw new Error('A time is shown outside of YoursProvider.');
  return place;
}
