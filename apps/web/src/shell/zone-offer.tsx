/** The browser is somewhere else than the account: one press brings the account along. */
import { useState } from 'react';
import { sentenceOf } from '../api/problems.js';
import { useNewSettings } from '../live/new-settings.js';
import { Button } from '../look/button.js';
import { QuietLine } from '../look/quiet-line.js';
import { cityOf } from '../time/moments.policy.js';
import { useYours } from '../time/yours.js';
import { zoneHere } from '../time/zone-here.js';
import { isSameClock } from '../time/zone.policy.js';
import { refusedZone, refuseZone } from './refused-zone.js';
import { LEAVE_IT, otherClock, takeClock } from './zone-offer.words.js';

export function ZoneOffer() {
  const { timezone, now } = useYours();
  const [refused, setRefused] = useState(refusedZone);
  const keep = useNewSettings();
  const here = zoneHere();
  if (here === null || here === refused || isSameClock(here, timezone, now)) return null;
  const refuse = () => {
    refuseZone(here);
    setRefused(here);
  };
  return (
    <QuietLine>
      {keep.error === null ? otherClock(cityOf(timezone), cityOf(here)) : sentenceOf(keep.error)}
      <Button disabled={keep.isPending} onClick={() => keep.mutate({ timezone: here })}>
        {takeClock(cityOf(here))}
      </Button>
      <Button onClick={refuse}>{LEAVE_IT}</Button>
    </QuietLine>
  );
}
