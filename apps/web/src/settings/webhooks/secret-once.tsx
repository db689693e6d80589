/** A secret that nobody sees again, to be taken to where it is needed. */
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../look/button.js';
import { COPIED, COPY, HAVE_IT, NOT_COPIED, SECRET, SECRET_ONCE } from './webhooks.words.js';
import styles from './webhooks.module.css';

interface Props {
  secret: string;
  onHaveIt(): void;
}

export function SecretOnce({ secret, onHaveIt }: Props) {
  const id = useId();
  const copy = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => copy.current?.focus(), []);
  // A page on plain http in a LAN has no clipboard.
  const take = () =>
    void Promise.resolve(navigator.clipboard?.writeText(secret) ?? Promise.reject(new Error())).then(
      () => setSaid(COPIED),
      () => setSaid(NOT_COPIED),
    );
  return (
    <section aria-labelledby={id} className={styles.secret}>
      <h2 id={id}>{SECRET}</h2>
      <p>{SECRET_ONCE}</p>
      <code className={styles.code}>{secret}</code>
      <div className={styles.verbs}>
        <Button ref={copy} weight="outlined" onClick={take}>
          {COPY}
        </Button>
        <Button onClick={onHaveIt}>{HAVE_IT}</Button>
        <p role="status">{said}</p>
      </div>
    </section>
  );
}
