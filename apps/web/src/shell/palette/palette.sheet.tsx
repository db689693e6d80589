/** Go, find, do: one field over whatever is shown, and all that can be meant by what is typed. */
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { ADD, RECORD_NO } from '../../application/application.words.js';
import { KEY as OF_APPLICATION } from '../../application/application.verbs.js';
import { buttonLook } from '../../look/button.js';
import { LOOKING } from '../../look/looking.words.js';
import { PARTS } from '../../settings-parts.js';
import { PART, PART_HAS, partOf } from '../../settings-parts.words.js';
import { useStillBehind } from '../../look/use-still-behind.js';
import { useSettled } from '../../look/use-settled.js';
import { opensPalette } from '../keys/press.policy.js';
import { isApple } from '../keys/platform.js';
import type { Room } from '../rooms.js';
import { type Found, type Group, groupsOf } from './palette.policy.js';
import { foundQuery } from './palette.queries.js';
import { CLOSE, GROUP, HINT, KEYS, NONE, NOT_FOUND_NOW, TITLE } from './palette.words.js';
import { PaletteItem } from './palette-item.js';
import { placeOf } from './places.js';
import { pressOf, type Verb, verbsHere } from './verbs-here.js';
import styles from './palette.module.css';

const REST_MS = 150;

interface Props {
  page: HTMLElement;
  rooms: readonly Room[];
  /** Which application it is about is said on the way. */
  onNo(): void;
  onAdd(): void;
  /** The list of keys. */
  onKeys(): void;
  onClose(): void;
}

type Deed = Verb | { id: string; word: string; press: readonly string[]; onChoose(): void };
type Place = { id: string; to: string; word: string; also?: string; press: readonly string[] };
type Item = Deed | Place | Found;

export default function PaletteSheet({ page, rooms, onNo, onAdd, onKeys, onClose }: Props) {
  useStillBehind();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [verbs] = useState(() => verbsHere(page));
  const settled = useSettled(typed.trim(), REST_MS);
  const { data: found = [], isFetching, isError } = useQuery(foundQuery(settled));
  const groups = groupsOf<Deed, Place>({
    deeds: [
      ...verbs,
      ...(verbs.some(({ verb }) => verb === OF_APPLICATION.no)
        ? []
        : [{ id: 'no', word: RECORD_NO, press: pressOf('N'), onChoose: onNo }]),
      ...(verbs.some(({ word }) => word === ADD)
        ? []
        : [{ id: 'add', word: ADD, press: pressOf('C'), onChoose: onAdd }]),
      { id: 'keys', word: KEYS, press: pressOf('?'), onChoose: onKeys },
    ],
    rooms: rooms.map((room) => Object.assign({ id: room.to, press: pressOf('G', room.key.toUpperCase()) }, room)),
    parts: PARTS.map(({ part, to }) => ({
      id: to,
      to,
      word: partOf(PART[part]),
      also: PART_HAS[part],
      press: [],
    })),
    found,
    typed,
  }) as Group<Item>[];
  const isLooking = typed.trim() !== '' && (isFetching || settled !== typed.trim());
  const choose = (item: Item) => {
    onClose();
    if ('control' in item) return setTimeout(() => item.control.click());
    if ('to' in item) return navigate({ to: item.to });
    return 'kind' in item ? navigate(placeOf(item)) : item.onChoose();
  };
  const pressed = (event: KeyboardEvent) => {
    if (!opensPalette(event.nativeEvent, isApple())) return;
    event.preventDefault();
    onClose();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.veil} />
        <Dialog.Popup className={styles.palette} aria-label={TITLE} onKeyDown={pressed}>
          <Autocomplete.Root
            open
            inline
            mode="none"
            autoHighlight="always"
            keepHighlight
            items={groups.map(({ kind, items }) => ({ value: kind, items }))}
            value={typed}
            onValueChange={(value, { reason }) => reason !== 'item-press' && setTyped(value)}
            itemToStringValue={(item: Item) => ('title' in item ? item.title : item.word)}
          >
            <div className={styles.head}>
              <Autocomplete.Input aria-label={TITLE} placeholder={HINT} className={styles.field} maxLength={200} />
              <Dialog.Close {...buttonLook('quiet')}>{CLOSE}</Dialog.Close>
            </div>
            <Autocomplete.Status className={styles.none}>
              {isError ? NOT_FOUND_NOW : groups.length > 0 ? null : isLooking ? LOOKING : NONE}
            </Autocomplete.Status>
            <Autocomplete.List className={styles.list}>
              {({ value: kind, items }: { value: Group<Item>['kind']; items: Item[] }) => (
                <Autocomplete.Group key={kind} items={items} className={styles.group}>
                  <Autocomplete.GroupLabel className={styles.heading}>{GROUP[kind]}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: Item) => <PaletteItem key={item.id} item={item} onChoose={() => void choose(item)} />}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
