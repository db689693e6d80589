import { Autocomplete } from '@base-ui/react/autocomplete';
import styles from './palette.module.css';

interface Props {
  item: { word: string; press: readonly string[] } | { title: string; subtitle: string | null };
  onChoose(): void;
}

export function PaletteItem({ item, onChoose }: Props) {
  return (
    <Autocomplete.Item value={item} className={styles.item} onClick={onChoose}>
      <span className={styles.word}>{'title' in item ? item.title : item.word}</span>
      {'title' in item ? (
        <span className={styles.about}>{item.subtitle}</span>
      ) : (
        <span className={styles.press} aria-hidden="true">
          {item.press.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      )}
    </Autocomplete.Item>
  );
}
