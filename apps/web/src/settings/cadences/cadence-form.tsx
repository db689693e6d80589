/** The cadences of one kind; what a change does to the next real step stands before the press that keeps it. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, Fragment, useEffect, useRef } from 'react';
import { problemAt, problemElsewhere } from '../../api/problems.js';
import type { Problem, Settings, SettingsPatch } from '../../api/shapes.js';
import { Button } from '../../look/button.js';
import { Section } from '../../look/section.js';
import { useTouched } from '../../look/touched.js';
import { useSettled } from '../../look/use-settled.js';
import { AsLeft } from '../as-left.js';
import { useForetoldSettings } from '../foretold.queries.js';
import { CadenceField } from './cadence-field.js';
import styles from './cadences.module.css';
import {
  type CadenceKey,
  isDefault,
  patchOf,
  pointerOf,
  type Raw,
  rawOf,
  SECTIONS,
  type SectionKey,
} from './cadences.policy.js';
import { KEEP, keepOf, KEPT, LEAVE, NO_NUMBER, NO_TIME, SECTION } from './cadences.words.js';
import { Effect } from './effect.js';
import { useForetold } from './cadences.queries.js';

const SETTLED_MS = 400;
const AT_SENDING: ReadonlySet<CadenceKey> = new Set(['dailyCap', 'spacing']);

interface Props {
  section: SectionKey;
  settings: Settings;
  defaults: Settings;
}

export function CadenceForm({ section, settings, defaults }: Props) {
  const cadences = SECTIONS[section];
  const now = Object.fromEntries(cadences.map((one) => [one.key, rawOf(settings, one)])) as Record<CadenceKey, Raw>;
  const { shown, touched, isTouched, isAsLeft, touch, empty } = useTouched(`settings cadences ${section}`, now);
  const { act } = useForetoldSettings();
  const keep = useMutation<Settings, Problem, SettingsPatch>({ mutationFn: act, onSuccess: empty });
  const { patch, wrong } = patchOf(cadences, touched);
  const settled = useSettled(JSON.stringify(patch), SETTLED_MS);
  const asked = wrong.length === 0 && settled !== '{}' ? (JSON.parse(settled) as SettingsPatch) : null;
  const { error: foretoldError } = useForetold(asked);
  const error = keep.error ?? foretoldError;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong.length === 0) keep.mutate(patch);
  };
  const elsewhere = problemElsewhere(
    keep.error,
    cadences.flatMap((one) => [pointerOf(one), `${pointerOf(one)}/0`]),
  );
  // Where it is looked for: below what was changed last.
  const lastTouched = cadences.findLast(({ key }) => touched[key] !== undefined)?.key;
  const heading = SECTION[section];
  const said = useRef<HTMLParagraphElement>(null);
  const isKept = keep.isSuccess && !isTouched;
  // Enter in a field keeps as well, and the field may stand far above.
  useEffect(() => {
    if (isKept) said.current?.scrollIntoView({ block: 'nearest' });
  }, [isKept]);
  return (
    <Section heading={heading}>
      <form className={styles.form} onSubmit={submit}>
        {isAsLeft ? <AsLeft onEmpty={empty} /> : null}
        {cadences.map((cadence) => {
          const { key, kind } = cadence;
          const isWrong = wrong.includes(key) ? (kind === 'time' ? NO_TIME : NO_NUMBER) : undefined;
          return (
            <Fragment key={key}>
              <CadenceField
                cadence={cadence}
                raw={shown[key]}
                byNature={rawOf(defaults, cadence)}
                isDefault={isDefault(defaults, cadence, shown[key])}
                isPending={keep.isPending}
                problem={isWrong ?? problemAt(error, pointerOf(cadence))}
                onChange={(raw) => {
                  keep.reset();
                  touch({ [key]: raw });
                }}
              />
              {key === lastTouched ? (
                <Effect
                  patch={asked}
                  isAtSending={Object.keys(touched).every((key) => AT_SENDING.has(key as CadenceKey))}
                />
              ) : null}
            </Fragment>
          );
        })}
        {elsewhere === undefined ? null : <p role="alert">{elsewhere}</p>}
        <div className={styles.verbs}>
          <Button weight="outlined" type="submit" aria-label={keepOf(heading)} disabled={keep.isPending || !isTouched}>
            {KEEP}
          </Button>
          {isTouched && !isAsLeft ? <Button onClick={empty}>{LEAVE}</Button> : null}
          <p ref={said} role="status">
            {isKept ? KEPT : null}
          </p>
        </div>
      </form>
    </Section>
  );
}
