/** What is known of somebody, and the way to change it. */
import { useState } from 'react';
import { Side } from '../../application/side.js';
import type { Contact } from '../../api/shapes.js';
import { Address } from '../../look/address.js';
import { Button } from '../../look/button.js';
import { Fact, Facts } from '../../look/facts.js';
import { kept } from '../../look/kept.js';
import { Words } from '../../look/said.js';
import { useKeptFocus } from '../../look/use-kept-focus.js';
import { EditPerson } from './edit-person.js';
import { ADDRESS, CAME_BACK, CHANGE, COUNTRY, DETAILS, NO_ADDRESS, NOTES, ZONE } from './person.words.js';

export function Known({ contact }: { contact: Contact }) {
  const focus = useKeptFocus();
  const { id, email, bouncedAt, timezone, country, notes } = contact;
  // Whoever was typing when the page was left goes on there.
  const [isOpen, setOpen] = useState(() => kept(`person ${id}`) !== null);
  return (
    <Side heading={DETAILS}>
      <div {...focus}>
        {isOpen ? (
          <EditPerson contact={contact} onLeave={() => setOpen(false)} />
        ) : (
          <>
            <Facts>
              <Fact term={ADDRESS}>
                {email === null ? NO_ADDRESS : <Address>{email}</Address>}
                {bouncedAt === null ? null : <p>{CAME_BACK}</p>}
              </Fact>
              {timezone === null ? null : <Fact term={ZONE}>{timezone}</Fact>}
              {country === null ? null : <Fact term={COUNTRY}>{country}</Fact>}
              {notes === null ? null : (
                <Fact term={NOTES}>
                  <Words>{notes}</Words>
                </Fact>
              )}
            </Facts>
            <Button shortcut="e" onClick={() => setOpen(true)}>
              {CHANGE}
            </Button>
          </>
        )}
      </div>
    </Side>
  );
}
