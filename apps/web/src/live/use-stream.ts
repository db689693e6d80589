import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { settingsQuery } from '../api/account.queries.js';
import type { Changed } from '../api/shapes.js';
import { freshen } from './freshen.js';
import { follow } from './stream.js';

/** What changes at once, such as a plan, is read again once. */
const GATHER_MS = 50;
/** A house that starts again is back sooner than that; nobody needs to hear of it. */
const PATIENCE_MS = 3_000;

/** Keeps what is shown true. Returns since when nothing has been heard, or null while it is. */
export function useStream(): Date | null {
  const queries = useQueryClient();
  const [lostAt, setLostAt] = useState<Date | null>(null);
  useEffect(() => {
    let [patience, gathering]: (ReturnType<typeof setTimeout> | undefined)[] = [];
    let changes: Changed[] = [];
    const readAgain = () => {
      void freshen(queries, changes);
      [changes, gathering] = [[], undefined];
    };
    const end = follow((heard) => {
      switch (heard.kind) {
        case 'changed':
          changes.push(heard.change);
          gathering ??= setTimeout(readAgain, GATHER_MS);
          break;
        case 'open':
          clearTimeout(patience);
          patience = undefined;
          setLostAt(null);
          void queries.invalidateQueries();
          break;
        case 'lost': {
          const at = new Date();
          patience ??= setTimeout(() => {
            setLostAt(at);
            // It may be the session that ended: any answer says so.
            void queries.refetchQueries(settingsQuery);
          }, PATIENCE_MS);
        }
      }
    });
    return () => {
      clearTimeout(patience);
      clearTimeout(gathering);
      end();
    };
  }, [queries]);
  return lostAt;
}
