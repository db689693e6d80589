import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Button } from '../../look/button.js';
import { Group, Row } from '../../look/list.js';
import { Section } from '../../look/section.js';
import { Moment } from '../../time/moment.js';
import { deliveriesQuery } from './webhooks.queries.js';
import {
  attempts,
  DELIVERIES,
  DELIVERY_STATE,
  eventName,
  lastAnswer,
  MORE,
  NEXT_TRY,
  NO_DELIVERIES,
} from './webhooks.words.js';

export function Deliveries({ endpointId }: { endpointId: string }) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(
    deliveriesQuery(endpointId),
  );
  const deliveries = data.pages.flatMap((page) => page.data);
  if (deliveries.length === 0)
    return (
      <Section heading={DELIVERIES}>
        <p>{NO_DELIVERIES}</p>
      </Section>
    );
  return (
    <div>
      <Group heading={DELIVERIES}>
        {deliveries.map((delivery) => {
          const { id, eventType, state, attempt, dueAt, createdAt, deliveredAt } = delivery;
          const answer = lastAnswer(delivery);
          return (
            <Row
              key={id}
              title={eventName(eventType)}
              mark={DELIVERY_STATE[state]}
              reason={
                <>
                  {answer === null ? null : <p>{answer}</p>}
                  {attempt < 2 ? null : <p>{attempts(attempt)}</p>}
                  {state === 'waiting' && attempt > 0 ? (
                    <p>
                      {NEXT_TRY} <Moment at={dueAt} />
                    </p>
                  ) : null}
                </>
              }
              times={<Moment at={deliveredAt ?? createdAt} />}
            />
          );
        })}
      </Group>
      {hasNextPage ? (
        <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
          {MORE}
        </Button>
      ) : null}
    </div>
  );
}
