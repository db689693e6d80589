/** What lies over a screen, fetched when it is first wanted. What cannot be fetched leaves the screen as it is, and says so. */
import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '../look/button.js';
import styles from './trouble.module.css';
import { NOT_OPENED, TRY_AGAIN } from './trouble.words.js';

interface Props<Given extends object> {
  fetch(): Promise<{ default: ComponentType<Given> }>;
  given: Given;
}

export function Over<Given extends object>({ fetch, given }: Props<Given>) {
  const [fetched, setFetched] = useState<ComponentType<Given> | 'not yet' | 'not'>('not yet');
  useEffect(() => {
    let isWanted = true;
    if (fetched !== 'not yet') return;
    fetch().then(
      (module) => isWanted && setFetched(() => module.default),
      () => isWanted && setFetched('not'),
    );
    return () => {
      isWanted = false;
    };
  }, [fetch, fetched]);
  // What is pressed meanwhile is meant for it.
  if (fetched === 'not yet') return <div hidden data-opening />;
  if (fetched === 'not') {
    return (
      <p role="alert" className={styles.over}>
        {NOT_OPENED} <Button onClick={() => setFetched('not yet')}>{TRY_AGAIN}</Button>
      </p>
    );
  }
  const Fetched = fetched;
  return <Fetched {...given} />;
}
