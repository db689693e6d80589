import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { buttonLook } from '../../look/button.js';
import { Fact, Facts } from '../../look/facts.js';
import { Section } from '../../look/section.js';
import { paths } from '../../paths.js';
import { Moment } from '../../time/moment.js';
import { SettingsRoom } from '../settings-room.js';
import styles from '../settings.module.css';
import { ChangeEndpoint } from './change-endpoint.js';
import { Deliveries } from './deliveries.js';
import { EndpointVerbs } from './endpoint-verbs.js';
import { endpointQuery } from './webhooks.queries.js';
import { ALL_ENDPOINTS, CHANGE, formerUntil, heard, HEARS, IS_ON, isOff, STATE, URL } from './webhooks.words.js';

const route = getRouteApi('/frame/settings/webhooks/$id');

export default function EndpointScreen() {
  const { id } = route.useParams();
  const { data: endpoint } = useSuspenseQuery(endpointQuery(id));
  const { url, description, eventTypes, disabledAt, disabledWhy, formerSecretUntil } = endpoint;
  return (
    <SettingsRoom part="webhooks" opening={description ?? url}>
      <div className={styles.tight}>
        <Link to={paths.settingsOf('webhooks')} {...buttonLook()}>
          {ALL_ENDPOINTS}
        </Link>
        <Facts>
          <Fact term={URL}>
            <span className={styles.machine}>{url}</span>
          </Fact>
          <Fact term={HEARS}>{heard(eventTypes)}</Fact>
          <Fact term={STATE}>{disabledAt === null ? IS_ON : isOff(disabledWhy)}</Fact>
        </Facts>
        {formerSecretUntil === null ? null : (
          <p className={styles.quiet}>
            {formerUntil} <Moment at={formerSecretUntil} />
          </p>
        )}
        <EndpointVerbs key={id} endpoint={endpoint} />
      </div>
      <Deliveries endpointId={id} />
      <Section heading={CHANGE}>
        <ChangeEndpoint key={id} endpoint={endpoint} />
      </Section>
    </SettingsRoom>
  );
}
