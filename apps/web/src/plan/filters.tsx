/** Which of what is ahead is shown; the address says it. */
import { Ways } from '../application/list/ways.js';
import { type PlanAsked, SHOWS, STANDS } from './plan.policy.js';
import { ALL, HOW, HOW_ALL, SHOW, SHOWN, STANDING } from './plan.words.js';

export function Filters({ show, stands }: PlanAsked) {
  return (
    <div>
      <Ways
        label={SHOW}
        ways={[undefined, ...SHOWS].map((one) => ({
          word: one === undefined ? ALL : SHOWN[one],
          asks: { show: one },
          isTaken: one === show,
        }))}
      />
      <Ways
        label={HOW}
        ways={[undefined, ...STANDS].map((one) => ({
          word: one === undefined ? HOW_ALL : STANDING[one],
          asks: { stands: one },
          isTaken: one === stands,
        }))}
      />
    </div>
  );
}
