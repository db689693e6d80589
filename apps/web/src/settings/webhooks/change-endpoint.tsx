import type { Endpoint } from '../../api/shapes.js';
import { Button } from '../../look/button.js';
import { useTouched } from '../../look/touched.js';
import { AsLeft } from '../as-left.js';
import { EndpointForm, type Written } from './endpoint-form.js';
import type { EventType } from './event-types.words.js';
import { useEndpoint } from './webhooks.queries.js';
import { KEEP, KEPT } from './webhooks.words.js';

export function ChangeEndpoint({ endpoint }: { endpoint: Endpoint }) {
  const { id, url, description, eventTypes } = endpoint;
  const now: Written = {
    url,
    description: description ?? '',
    chosen: eventTypes.length === 0 ? null : (eventTypes as EventType[]),
  };
  const { shown, touched, isTouched, isAsLeft, touch, empty } = useTouched(`settings webhook ${id}`, now);
  const { change } = useEndpoint(id);
  const submit = () =>
    change.mutate(
      {
        ...(touched.url !== undefined && { url: touched.url }),
        ...(touched.description !== undefined && { description: touched.description || null }),
        ...(touched.chosen !== undefined && { eventTypes: touched.chosen ?? [] }),
      },
      { onSuccess: empty },
    );
  return (
    <>
      {isAsLeft ? <AsLeft onEmpty={empty} /> : null}
      <EndpointForm shown={shown} isPending={change.isPending} problem={change.error} touch={touch} onSubmit={submit}>
        <Button weight="outlined" type="submit" disabled={change.isPending || shown.chosen?.length === 0}>
          {KEEP}
        </Button>
        <p role="status">{change.isSuccess && !isTouched ? KEPT : null}</p>
      </EndpointForm>
    </>
  );
}
