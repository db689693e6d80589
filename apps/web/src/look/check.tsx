/** Marks one of many. A button, so that the keys of the page go on where it has the focus. */
import styles from './check.module.css';
import { useShortcut } from './shortcut.js';

interface Props {
  label: string;
  isOn: boolean;
  onPress(): void;
}

export function Check({ label, isOn, onPress }: Props) {
  const keyed = useShortcut();
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isOn}
      aria-label={label}
      className={styles.check}
      onClick={onPress}
      {...keyed('x')}
    />
  );
}
