import type { Settings } from '../../api/shapes.js';
import { sentenceOf } from '../../api/problems.js';
import { useNewSettings } from '../../live/new-settings.js';
import { Choice } from '../../look/choice.js';
import { Section } from '../../look/section.js';
import { APPROVAL, AUTO, AUTO_HINT, LETTERS, REVIEW, REVIEW_HINT } from '../settings.words.js';

const WAYS = [
  { value: 'review', label: REVIEW, hint: REVIEW_HINT },
  { value: 'auto', label: AUTO, hint: AUTO_HINT },
] as const;

export function ApprovalChoice({ approval }: Pick<Settings, 'approval'>) {
  const keep = useNewSettings();
  const chosen = keep.isPending ? (keep.variables.approval ?? approval) : approval;
  return (
    <Section heading={LETTERS}>
      <Choice legend={APPROVAL} options={WAYS} value={chosen} onChange={(value) => keep.mutate({ approval: value })} />
      {keep.error === null ? null : <p role="alert">{sentenceOf(keep.error)}</p>}
    </Section>
  );
}
