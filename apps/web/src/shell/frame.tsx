/** What stands around every screen: the name, and the rooms. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { instanceQuery, settingsQuery } from '../api/account.queries.js';
import { useStream } from '../live/use-stream.js';
import { NoLink } from '../application/no-link.js';
import { paths } from '../paths.js';
import styles from './frame.module.css';
import { YoursProvider } from '../time/yours.js';
import { HouseLine } from './house-line.js';
import { useKeys } from './keys/use-keys.js';
import { TO_KEYS } from './keys/keys.words.js';
import { Over } from './over.js';
import { RoomList } from './room-list.js';
import { roomsWhere } from './rooms.js';
import { fetchAdd, fetchKeys, fetchNo, fetchPalette } from './sheets.js';
import { StandingLine } from './standing-line.js';
import { NAME, SKIP } from './frame.words.js';

const route = getRouteApi('/frame');
/** Which application is said on the way. */
const NEW = 'new';

export function Frame() {
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const { data: instance } = useSuspenseQuery(instanceQuery);
  const open = roomsWhere(instance.mail);
  const page = useRef<HTMLElement>(null);
  const lostAt = useStream();
  useFocusOnArrival(page);
  const { no, add, keys } = route.useSearch();
  const navigate = useNavigate();
  const turn = (to: { no?: string; add?: string; keys?: true }) => {
    const isClosed = Object.keys(to).length === 0;
    void navigate({
      to: '.',
      search: (shown) => ({ ...shown, no: undefined, add: undefined, keys: undefined, ...to }),
      replace: isClosed,
      resetScroll: false,
    });
  };
  const close = () => turn({});
  const [hasPalette, setPalette] = useState(false);
  useKeys(page, {
    no: () => turn({ no: NEW }),
    add: () => turn({ add: NEW }),
    list: () => turn({ keys: true }),
    room: (key) => {
      const there = open.find((room) => room.key === key);
      if (there !== undefined) void navigate({ to: there.to });
      return there !== undefined;
    },
    find: () => {
      const field = page.current?.querySelector<HTMLElement>('[type=search]');
      if (field) field.focus();
      else setPalette(true);
    },
    palette: () => setPalette(true),
  });
  return (
    <div className={styles.frame}>
      <a href="#main" className={styles.skip}>
        {SKIP}
      </a>
      <header className={styles.rail}>
        <Link to={paths.today()} className={styles.name}>
          {NAME}
        </Link>
        <RoomList rooms={open} />
        <div className={styles.no}>
          <NoLink no={NEW} weight="outlined" />
        </div>
        <Link to="." search={(shown) => ({ ...shown, keys: true })} resetScroll={false} className={styles.keys}>
          {TO_KEYS}
        </Link>
      </header>
      <YoursProvider timezone={settings.timezone}>
        <main id="main" ref={page} className={styles.page} tabIndex={-1}>
          <HouseLine focusPage={() => page.current?.focus()} />
          <StandingLine lostAt={lostAt} />
          <Outlet />
        </main>
        {no !== undefined ? (
          <Over key={no} fetch={fetchNo} given={{ application: no === NEW ? '' : no, onClose: close }} />
        ) : add !== undefined ? (
          <Over fetch={fetchAdd} given={{ url: add === NEW ? '' : add, onClose: close }} />
        ) : keys ? (
          <Over fetch={fetchKeys} given={{ onClose: close }} />
        ) : hasPalette ? (
          <Over
            fetch={fetchPalette}
            given={{
              page: page.current!,
              rooms: open,
              onNo: () => turn({ no: NEW }),
              onAdd: () => turn({ add: NEW }),
              onKeys: () => turn({ keys: true }),
              onClose: () => setPalette(false),
            }}
          />
        ) : null}
      </YoursProvider>
    </div>
  );
}

/** Where the place of the focus has gone with the page before, it is at the head of the new one, which is read out. */
function useFocusOnArrival(page: RefObject<HTMLElement | null>): void {
  const pathname = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const from = useRef(pathname);
  useEffect(() => {
    const isArrival = from.current !== undefined && from.current !== pathname;
    from.current = pathname;
    if (!isArrival || document.activeElement !== document.body) return;
    const heading = page.current?.querySelector<HTMLElement>('h1');
    if (heading === null || heading === undefined) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [page, pathname]);
}
