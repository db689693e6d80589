import { useSuspenseQuery } from '@tanstack/react-query';
import { meQuery, settingsQuery } from '../api/account.queries.js';
import { Opening } from '../look/said.js';
import { useTitle } from '../look/title.js';
import { ApprovalChoice } from './approval-choice.js';
import styles from './settings.module.css';
import { KeysChoice } from './keys-choice.js';
import { Sessions } from './sessions.js';
import { HEADING, OPENING } from './settings.words.js';
import { WhoForm } from './who-form.js';
import { WindowForm } from './window-form.js';

export default function SettingsScreen() {
  useTitle(HEADING);
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: settings } = useSuspenseQuery(settingsQuery);
  return (
    <>
      <Opening over={HEADING}>{OPENING}</Opening>
      <div className={styles.forms}>
        <WhoForm me={me} timezone={settings.timezone} />
        <ApprovalChoice approval={settings.approval} />
        <WindowForm window={settings.sendingWindow} />
        <KeysChoice />
        <Sessions />
      </div>
    </>
  );
}
