/** Rows under a heading; none, no heading. */
import type { ReactNode } from 'react';
import { Group } from '../look/list.js';

interface Props<Row> {
  heading: string;
  rows: readonly Row[];
  children(row: Row, index: number): ReactNode;
}

export function TodayGroup<Row>({ heading, rows, children }: Props<Row>) {
  return rows.length === 0 ? null : <Group heading={heading}>{rows.map(children)}</Group>;
}
