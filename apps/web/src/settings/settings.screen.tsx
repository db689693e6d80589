import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery, settingsQuery } from '../api/account.queries.js';
import { SettingsRoom } from './settings-room.js';
import { OPENING } from './settings.words.js';
import { KeysChoice } from './you/keys-choice.js';
import { LookingChoice } from './you/looking-choice.js';
import { WhoForm } from './you/who-form.js';

export default function SettingsScreen() {
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: settings } = useSuspenseQuery(settingsQuery);
  return (
    <SettingsRoom part="you" opening={OPENING}>
      <WhoForm me={me} timezone={settings.timezone} />
      <LookingChoice looking={settings.looking} />
      <KeysChoice />
    </SettingsRoom>
  );
}
