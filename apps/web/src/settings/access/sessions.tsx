/** The browsers that are let in, this one first, each to be sent out. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { sentenceOf } from '../../api/problems.js';
import { rememberSignedIn } from '../../api/signed-in.js';
import { Button } from '../../look/button.js';
import { Group, Row } from '../../look/list.js';
import { paths } from '../../paths.js';
import { Day } from '../../time/day.js';
import { browserOf } from './browser.words.js';
import { sessionsQuery, useSignOut } from './sessions.queries.js';
import { BROWSERS, LAST_USED, SIGN_IT_OUT, SIGN_OUT, signOutOf, SINCE, THIS_BROWSER } from '../settings.words.js';

export function Sessions() {
  const { data: sessions } = useSuspenseQuery(sessionsQuery);
  const out = useSignOut();
  const inOrder = sessions.toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
  const signOut = (session: { id: string; isCurrent: boolean }) =>
    out.mutate(session, {
      onSuccess: () => {
        if (!session.isCurrent) return;
        rememberSignedIn(false);
        // Nothing that was read stays in the memory of the page.
        window.location.assign(paths.signIn());
      },
    });
  return (
    <div>
      <Group heading={BROWSERS}>
        {inOrder.map(({ id, name, isCurrent, createdAt, lastUsedAt }) => (
          <Row
            key={id}
            title={isCurrent ? THIS_BROWSER : browserOf(name)}
            reason={
              <>
                {SINCE} <Day at={createdAt} />
                {lastUsedAt === null ? null : (
                  <>
                    {', '}
                    {LAST_USED} <Day at={lastUsedAt} />
                  </>
                )}
              </>
            }
            verbs={
              <Button
                aria-label={isCurrent ? undefined : signOutOf(browserOf(name))}
                disabled={out.isPending}
                onClick={() => signOut({ id, isCurrent })}
              >
                {isCurrent ? SIGN_OUT : SIGN_IT_OUT}
              </Button>
            }
          />
        ))}
      </Group>
      {out.error === null ? null : <p role="alert">{sentenceOf(out.error)}</p>}
    </div>
  );
}
