/** Adding an endpoint; what was typed stays until it is there, its secret stands in the place of the form. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '../../api/new-key.js';
import { Button } from '../../look/button.js';
import { Section } from '../../look/section.js';
import { useTouched } from '../../look/touched.js';
import { paths } from '../../paths.js';
import { EndpointForm, type Written } from './endpoint-form.js';
import { SecretOnce } from './secret-once.js';
import { ADD, LEAVE, MAKE } from './webhooks.words.js';
import { useNewEndpoint } from './webhooks.queries.js';

const BLANK: Written = { url: '', description: '', chosen: null };

export function NewEndpoint({ onLeave }: { onLeave(): void }) {
  const navigate = useNavigate();
  const make = useNewEndpoint();
  const [key, setKey] = useState(newKey);
  const { shown, touch, empty } = useTouched('settings webhook', BLANK);
  if (make.data !== undefined) {
    const { id, secret } = make.data;
    return <SecretOnce secret={secret} onHaveIt={() => void navigate({ to: paths.webhook(id) })} />;
  }
  const submit = () =>
    make.mutate(
      {
        body: { url: shown.url, description: shown.description || null, eventTypes: shown.chosen ?? [] },
        key,
      },
      { onSuccess: empty },
    );
  return (
    <Section heading={ADD}>
      <EndpointForm
        shown={shown}
        isPending={make.isPending}
        problem={make.error}
        touch={(what) => {
          setKey(newKey());
          touch(what);
        }}
        onSubmit={submit}
        isNew
      >
        <Button weight="filled" type="submit" disabled={make.isPending || shown.chosen?.length === 0}>
          {MAKE}
        </Button>
        <Button
          onClick={() => {
            empty();
            onLeave();
          }}
        >
          {LEAVE}
        </Button>
      </EndpointForm>
    </Section>
  );
}
