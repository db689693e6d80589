/** Facts that nothing could be made of, each to be handed over again. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { sentenceOf } from '../../api/problems.js';
import { Button } from '../../look/button.js';
import { Group, Row } from '../../look/list.js';
import { Section } from '../../look/section.js';
import { useKeptFocus } from '../../look/use-kept-focus.js';
import { Moment } from '../../time/moment.js';
import styles from '../settings.module.css';
import { parkedQuery, useHandedOver } from './installation.queries.js';
import { failures, HAND_OVER, handOverOf, NONE_PARKED, PARKED, PARKED_WHY } from './installation.words.js';

export function Parked() {
  const { data: parked } = useSuspenseQuery(parkedQuery);
  const handOver = useHandedOver();
  const focus = useKeptFocus();
  return (
    <div {...focus}>
      {parked.length === 0 ? (
        <Section heading={PARKED}>
          <p>{NONE_PARKED}</p>
        </Section>
      ) : (
        <>
          <Group heading={PARKED}>
            {parked.map(({ id, type, parkedAt, failures: count, lastError }) => (
              <Row
                key={id}
                title={type}
                reason={
                  <p className={styles.machine}>
                    {failures(count)}
                    {lastError === null ? null : <>: {lastError}</>}
                  </p>
                }
                times={parkedAt === null ? null : <Moment at={parkedAt} />}
                verbs={
                  <Button
                    aria-label={handOverOf(type)}
                    disabled={handOver.isPending}
                    onClick={() => handOver.mutate(id)}
                  >
                    {HAND_OVER}
                  </Button>
                }
              />
            ))}
          </Group>
          <p className={styles.quiet}>{PARKED_WHY}</p>
        </>
      )}
      {handOver.error === null ? null : <p role="alert">{sentenceOf(handOver.error)}</p>}
    </div>
  );
}
