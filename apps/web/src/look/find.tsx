/** Finds one of many by what is typed; whoever knows the many says which of them are meant. */
import { Combobox } from '@base-ui/react/combobox';
import { Field as Base } from '@base-ui/react/field';
import type { RefObject } from 'react';
import field from './field.module.css';
import styles from './find.module.css';

/** As the field and the window leave room for it. */
const WIDE = { inlineSize: 'var(--anchor-width)' };
const HIGH = { maxBlockSize: 'min(var(--tall), var(--available-height))' };

interface Found {
  id: string;
  /** What it is called once it is found. */
  name: string;
  /** What tells it from another one. */
  about: string;
}

interface Props<Item extends Found> {
  label: string;
  hint: string;
  none: string;
  /** Those that have what is typed. */
  items: readonly Item[];
  value: Item | null;
  onChange(item: Item | null): void;
  onType(typed: string): void;
  problem?: string | undefined;
  inputRef?: RefObject<HTMLInputElement | null>;
}

export function Find<Item extends Found>(props: Props<Item>) {
  const { label, hint, none, items, value, onChange, onType, problem, inputRef } = props;
  return (
    <Base.Root className={field.field} invalid={problem !== undefined}>
      <Combobox.Root
        items={items}
        value={value}
        onValueChange={onChange}
        filter={null}
        // What is chosen stands in the field as well, and is nothing that was typed.
        onInputValueChange={(typed, { reason }) => reason === 'input-change' && onType(typed)}
        itemToStringLabel={({ name }: Item) => name}
        isItemEqualToValue={(one: Item, other: Item) => one.id === other.id}
        autoHighlight
      >
        <Base.Label className={field.label}>{label}</Base.Label>
        <Base.Description className={field.hint}>{hint}</Base.Description>
        <Combobox.Input ref={inputRef} className={field.control} />
        <Combobox.Portal>
          <Combobox.Positioner className={styles.place} style={WIDE}>
            <Combobox.Popup className={styles.popup}>
              <Combobox.Empty className={styles.none}>{none}</Combobox.Empty>
              <Combobox.List className={styles.list} style={HIGH}>
                {(item: Item) => (
                  <Combobox.Item key={item.id} value={item} className={styles.item}>
                    <span className={styles.name}>{item.name}</span>
                    <span className={styles.about}>{item.about}</span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
      <Base.Error className={field.problem} match={problem !== undefined}>
        {problem}
      </Base.Error>
    </Base.Root>
  );
}
