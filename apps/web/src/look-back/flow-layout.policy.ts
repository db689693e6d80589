/** The flow as shapes: one stream that narrows from stage to stage, and what leaves it below. In pixels of its own picture. */

export type End = 'rejected' | 'withdrawn' | 'open';
const ENDS: readonly End[] = ['rejected', 'withdrawn', 'open'];

export interface StageOfFlow<Stage extends string> extends Record<End, number> {
  stage: Stage;
  reached: number;
  wentOn: number;
}

export const WIDTH = 840;
const [TALL, HEAD, NODE, GAP, LINE] = [120, 0, 8, 24, 16];
const THINNEST = 2;

interface Block {
  x: number;
  y: number;
  height: number;
  applications: number;
}

interface Drawn<Stage extends string> {
  height: number;
  node: number;
  stages: (Block & { stage: Stage })[];
  ends: (Block & { end: End; stage: Stage })[];
  /** SVG paths. */
  bands: string[];
}

export function drawnFlow<Stage extends string>(rows: readonly StageOfFlow<Stage>[]): Drawn<Stage> {
  const shown = rows.filter(({ reached }) => reached > 0);
  const unit = TALL / Math.max(1, shown[0]?.reached ?? 0);
  const tall = (count: number) => Math.max(THINNEST, count * unit);
  const column = WIDTH / Math.max(1, shown.length);
  const drawn: Drawn<Stage> = { height: HEAD + TALL, node: NODE, stages: [], ends: [], bands: [] };
  for (const [at, row] of shown.entries()) {
    const x = at * column;
    drawn.stages.push({ stage: row.stage, x, y: HEAD, height: tall(row.reached), applications: row.reached });
    if (row.wentOn > 0) drawn.bands.push(band([x + NODE, HEAD], [x + column, HEAD], tall(row.wentOn)));
    let from = HEAD + row.wentOn * unit;
    let to = HEAD + TALL + GAP;
    for (const end of ENDS.filter((one) => row[one] > 0)) {
      const block = { x: x + column / 3, y: to, height: tall(row[end]), applications: row[end] };
      drawn.ends.push({ end, stage: row.stage, ...block });
      drawn.bands.push(band([x + NODE, from], [block.x, block.y], block.height));
      from += row[end] * unit;
      to += Math.max(block.height, LINE) + LINE / 2;
    }
    drawn.height = Math.max(drawn.height, to);
  }
  return drawn;
}

/** As tall at its end as at its beginning. */
function band([x0, y0]: [number, number], [x1, y1]: [number, number], height: number): string {
  const middle = round((x0 + x1) / 2);
  const [a, b, c, d, h] = [x0, y0, x1, y1, height].map(round) as [number, number, number, number, number];
  return `M${a},${b} C${middle},${b} ${middle},${d} ${c},${d} V${round(d + h)} C${middle},${round(d + h)} ${middle},${round(b + h)} ${a},${round(b + h)} Z`;
}

const round = (value: number) => Math.round(value * 10) / 10;
