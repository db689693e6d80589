import { SettingsRoom } from '../settings-room.js';
import { OPENING_ACCESS } from '../settings.words.js';
import { Sessions } from './sessions.js';

export default function AccessScreen() {
  return (
    <SettingsRoom part="access" opening={OPENING_ACCESS}>
      <Sessions />
    </SettingsRoom>
  );
}
