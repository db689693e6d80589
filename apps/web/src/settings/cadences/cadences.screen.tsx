import { useSuspenseQuery } from '@tanstack/react-query';
import { settingsQuery } from '../../api/account.queries.js';
import { SettingsRoom } from '../settings-room.js';
import { CadenceForm } from './cadence-form.js';
import { SECTIONS, type SectionKey } from './cadences.policy.js';
import { defaultsQuery } from './cadences.queries.js';
import { OPENING } from './cadences.words.js';

const KEYS = Object.keys(SECTIONS) as SectionKey[];

export default function CadencesScreen() {
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const { data: defaults } = useSuspenseQuery(defaultsQuery);
  return (
    <SettingsRoom part="cadences" opening={OPENING}>
      {KEYS.map((section) => (
        <CadenceForm key={section} section={section} settings={settings} defaults={defaults} />
      ))}
    </SettingsRoom>
  );
}
