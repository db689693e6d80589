/** What can be done with an endpoint; what cannot be taken back asks first. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { sentenceOf } from '../../api/problems.js';
import type { Endpoint } from '../../api/shapes.js';
import { Button } from '../../look/button.js';
import { useKeptFocus } from '../../look/use-kept-focus.js';
import { paths } from '../../paths.js';
import { AskFirst } from './ask-first.js';
import { SecretOnce } from './secret-once.js';
import styles from './webhooks.module.css';
import { useEndpoint } from './webhooks.queries.js';
import {
  NEW_SECRET,
  NEW_SECRET_ASK,
  REMOVE,
  REMOVE_ASK,
  SWITCH_OFF,
  SWITCH_ON,
  TEST,
  TESTED,
} from './webhooks.words.js';

const ASKS = {
  secret: { verb: NEW_SECRET, sentence: NEW_SECRET_ASK },
  remove: { verb: REMOVE, sentence: REMOVE_ASK },
} as const;

export function EndpointVerbs({ endpoint: { id, disabledAt } }: { endpoint: Endpoint }) {
  const navigate = useNavigate();
  const focus = useKeptFocus();
  const { change, test, newSecret, remove } = useEndpoint(id);
  const [asked, setAsked] = useState<keyof typeof ASKS | null>(null);
  const isOff = disabledAt !== null;
  const isPending = [change, test, newSecret, remove].some((one) => one.isPending);
  const problem = change.error ?? test.error ?? newSecret.error ?? remove.error;
  const leave = () => setAsked(null);
  const go = () => {
    if (asked === 'secret') newSecret.mutate(undefined, { onSuccess: leave });
    else remove.mutate(undefined, { onSuccess: () => void navigate({ to: paths.settingsOf('webhooks') }) });
  };
  if (newSecret.data !== undefined) return <SecretOnce secret={newSecret.data.secret} onHaveIt={newSecret.reset} />;
  return (
    <div {...focus}>
      {asked === null ? (
        <div className={styles.verbs}>
          <Button weight="outlined" disabled={isPending || isOff} onClick={() => test.mutate()}>
            {TEST}
          </Button>
          <Button disabled={isPending} onClick={() => change.mutate({ enabled: isOff })}>
            {isOff ? SWITCH_ON : SWITCH_OFF}
          </Button>
          <Button disabled={isPending} onClick={() => setAsked('secret')}>
            {NEW_SECRET}
          </Button>
          <Button weight="quiet" disabled={isPending} onClick={() => setAsked('remove')}>
            {REMOVE}
          </Button>
        </div>
      ) : (
        <AskFirst {...ASKS[asked]} isPending={isPending} onYes={go} onLeave={leave} />
      )}
      <p role="status">{test.isSuccess && !test.isPending ? TESTED : null}</p>
      {problem === null ? null : <p role="alert">{sentenceOf(problem)}</p>}
    </div>
  );
}
