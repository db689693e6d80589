/** To which day something is moved: a few that are near, and any other. */
import type { Audience } from '@app/contracts/words';
import type { Problem } from '../api/shapes.js';
import { useYours } from '../time/yours.js';
import { dayOfPreset, PRESETS, untilDay } from './later.policy.js';
import { MOVE, PRESET, WHEN } from './later.words.js';
import { WhichDay } from './which-day.js';

interface Props {
  audience: Audience;
  /** On whose clock (IANA). */
  timezone: string;
  isPending: boolean;
  problem: Problem | null;
  /** ISO 8601. */
  onMove(until: string): void;
  onLeave(): void;
}

export function Later({ audience, timezone, onMove, ...form }: Props) {
  const { now } = useYours();
  return (
    <WhichDay
      label={WHEN}
      days={PRESETS.map((preset) => ({ word: PRESET[preset], date: dayOfPreset(preset, now, timezone) }))}
      timezone={timezone}
      verb={MOVE}
      momentOn={(day) => untilDay(day, { audience, timezone })}
      onChoose={onMove}
      {...form}
    />
  );
}
