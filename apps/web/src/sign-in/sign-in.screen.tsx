import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { sentenceOf } from '../api/problems.js';
import { rememberSignedIn } from '../api/signed-in.js';
import { Button } from '../look/button.js';
import { Field } from '../look/field.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { codeOf, landingOf } from './landing.policy.js';
import { useNewcomer, useSignIn, waysQuery } from './sign-in.queries.js';
import styles from './sign-in.module.css';
import {
  ANOTHER,
  COMMAND,
  INVENTED,
  LEAD,
  LOOK_AROUND,
  NAME,
  OPENING,
  SIGN_IN,
  SIGNING_IN,
  TITLE,
  TOKEN,
  TOKEN_HINT,
} from './sign-in.words.js';

const route = getRouteApi('/sign-in');

export default function SignInScreen() {
  useTitle(TITLE);
  const { to } = route.useSearch();
  const { history, invalidate } = useRouter();
  const [token, setToken] = useState('');
  const isNewcomer = useNewcomer();
  const signIn = useSignIn({
    onSuccess: async () => {
      rememberSignedIn(true);
      await invalidate();
      history.replace(landingOf(to, await isNewcomer()));
    },
  });
  const { data: ways } = useQuery(waysQuery);
  const isDemo = ways?.data.includes('demo') === true;
  useCodeOfLink((code) => signIn.mutate({ code }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ token });
  };
  return (
    <main className={styles.door}>
      <Opening>{OPENING}</Opening>
      <form className={styles.form} onSubmit={submit}>
        {isDemo ? (
          <div className={styles.demo}>
            <p>{INVENTED}</p>
            <Button weight="filled" disabled={signIn.isPending} onClick={() => signIn.mutate({ demo: true })}>
              {LOOK_AROUND}
            </Button>
          </div>
        ) : null}
        <p>{LEAD}</p>
        <p>
          {ANOTHER} <code className={styles.command}>{COMMAND}</code>
        </p>
        <input type="text" autoComplete="username" value={NAME} readOnly hidden />
        <Field
          label={TOKEN}
          hint={TOKEN_HINT}
          type="password"
          autoComplete="current-password"
          required
          value={token}
          onValueChange={setToken}
          problem={signIn.error === null ? undefined : sentenceOf(signIn.error)}
        />
        <div>
          <Button weight={isDemo ? 'outlined' : 'filled'} type="submit" disabled={signIn.isPending}>
            {signIn.isPending ? SIGNING_IN : SIGN_IN}
          </Button>
        </div>
      </form>
    </main>
  );
}

/** Once each, and out of the address at once: a history or somebody behind the reader would see it. Another link may come to the open door. */
function useCodeOfLink(use: (code: string) => void): void {
  const latest = useRef(use);
  latest.current = use;
  useEffect(() => {
    const read = () => {
      const code = codeOf(window.location.hash);
      if (code === null) return;
      window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
      latest.current(code);
    };
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
}
