/** A file, chosen or dropped. */
import { type DragEvent, useState } from 'react';
import { buttonLook } from '../look/button.js';
import styles from './import.module.css';
import { CHOOSE, OR_DROP } from './import.words.js';

export function FileChoice({ onFile, isFirst }: { onFile(file: File): void; isFirst: boolean }) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    setOver(is);
  };
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) onFile(file);
  };
  const { className, ...look } = buttonLook(isFirst ? 'filled' : 'outlined');
  return (
    <div
      className={styles.drop}
      data-over={isOver}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        take(event.dataTransfer.files);
      }}
    >
      <label className={`${className} ${styles.choose}`} {...look}>
        {CHOOSE}
        <input
          type="file"
          accept=".csv,text/csv"
          className={styles.file}
          onChange={(event) => {
            take(event.target.files);
            // The same one again is another choice.
            event.target.value = '';
          }}
        />
      </label>
      <span className={styles.quiet}>{OR_DROP}</span>
    </div>
  );
}
