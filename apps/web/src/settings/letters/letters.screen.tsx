import { useSuspenseQuery } from '@tanstack/react-query';
import { settingsQuery } from '../../api/account.queries.js';
import { SettingsRoom } from '../settings-room.js';
import { OPENING_LETTERS } from '../settings.words.js';
import { ApprovalChoice } from './approval-choice.js';
import { Holidays } from './holidays.js';
import { WindowForm } from './window-form.js';

export default function LettersScreen() {
  const { data: settings } = useSuspenseQuery(settingsQuery);
  return (
    <SettingsRoom part="letters" opening={OPENING_LETTERS}>
      <ApprovalChoice approval={settings.approval} />
      <WindowForm window={settings.sendingWindow} />
      <Holidays />
    </SettingsRoom>
  );
}
