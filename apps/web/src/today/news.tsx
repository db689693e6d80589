/** What happened since yesterday, in a line or a few. */
import type { NewsItem } from '../api/shapes.js';
import styles from './today.module.css';
import { NEWS } from './today.words.js';

export function News({ items }: { items: readonly NewsItem[] }) {
  if (items.length === 0) return null;
  return (
    <section className={styles.news} aria-label={NEWS}>
      <h2 className={styles.newsHeading}>{NEWS}</h2>
      <ul>
        {items.map(({ at, text }) => (
          <li key={`${at} ${text}`}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
