import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { buttonLook } from '../../look/button.js';
import { Row } from '../../look/list.js';
import { titleLook } from '../../look/title-look.js';
import { paths } from '../../paths.js';
import { Day } from '../../time/day.js';
import { SettingsRoom } from '../settings-room.js';
import { NewEndpoint } from './new-endpoint.js';
import { endpointsQuery } from './webhooks.queries.js';
import { ADD, heard, isOff, NONE, NONE_WAY_ON, opening, SINCE } from './webhooks.words.js';

const route = getRouteApi('/frame/settings/webhooks');

export default function WebhooksScreen() {
  const { data: endpoints } = useSuspenseQuery(endpointsQuery);
  const { making } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SettingsRoom part="webhooks" opening={endpoints.length === 0 ? NONE : opening(endpoints.length)}>
      {endpoints.length === 0 ? <p>{NONE_WAY_ON}</p> : null}
      {making === true ? (
        <NewEndpoint onLeave={() => void navigate({ search: {}, replace: true })} />
      ) : (
        <p>
          <Link to="." search={{ making: true }} resetScroll={false} {...buttonLook('filled')}>
            {ADD}
          </Link>
        </p>
      )}
      <ul>
        {endpoints.map(({ id, url, description, eventTypes, disabledAt, disabledWhy, createdAt }) => (
          <Row
            key={id}
            level="h2"
            title={
              <Link to={paths.webhook(id)} {...titleLook()}>
                {description ?? url}
              </Link>
            }
            reason={
              <>
                {description === null ? null : <p>{url}</p>}
                <p>{heard(eventTypes)}</p>
                {disabledAt === null ? null : <p>{isOff(disabledWhy)}</p>}
              </>
            }
            times={
              <>
                {SINCE} <Day at={createdAt} />
              </>
            }
          />
        ))}
      </ul>
    </SettingsRoom>
  );
}
