/** Where mail goes, and what stands in its way. */
import type { Instance, Me } from '../../api/shapes.js';
import { Moment } from '../../time/moment.js';
import { CAPTURED, NEXT_TRY, NO_SERVER, REFUSED, throughServer } from './installation.words.js';

interface Props {
  mail: Instance['mail'];
  refusal: Me['mailRefusal'];
}

export function MailFact({ mail, refusal }: Props) {
  if (mail.captured) return CAPTURED;
  return (
    <>
      <p>{mail.host === null ? NO_SERVER : throughServer(mail.host)}</p>
      {refusal === null ? null : (
        <>
          <p>
            {REFUSED[refusal.of]} {refusal.why}
          </p>
          {refusal.nextTryAt === null ? null : (
            <p>
              {NEXT_TRY} <Moment at={refusal.nextTryAt} />
            </p>
          )}
        </>
      )}
    </>
  );
}
