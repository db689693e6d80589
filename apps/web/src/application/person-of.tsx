/** Who it was with, and how warm that is. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { contactQuery } from '../contact/contact.queries.js';
import { ROLE } from '../contact/contact.words.js';
import { Reach } from '../contact/reach.js';
import { WarmthBar } from '../contact/warmth-bar.js';
import { Address } from '../look/address.js';
import { paths } from '../paths.js';
import { PERSON } from './application.words.js';
import { Side } from './side.js';

export function PersonOf({ contactId }: { contactId: string }) {
  const { data: contact } = useSuspenseQuery(contactQuery(contactId));
  const { name, role, email, lastTouchAt, nextTouchAt } = contact;
  return (
    <Side heading={PERSON}>
      <p>
        <Link to={paths.person(contactId)}>{name}</Link>
      </p>
      <p>{ROLE[role]}</p>
      {email === null ? null : (
        <p>
          <Address>{email}</Address>
        </p>
      )}
      <WarmthBar lastTouchAt={lastTouchAt} nextTouchAt={nextTouchAt} />
      <Reach contact={contact} />
    </Side>
  );
}
