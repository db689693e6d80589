/** What the torture's specs wrote down, as a table in Markdown and a verdict. */

const COLUMNS = ['runs', 'lost', 'doubled', 'early', 'unwanted', 'misaddressed', 'unconfirmed', 'unexcused'];
/** Everything but `unconfirmed`, which is right where the server had answered 354. */
export const FAULTS = ['lost', 'doubled', 'early', 'unwanted', 'misaddressed', 'unexcused'];

/** One row for each component and fault, whatever number of times it was tried. */
export function rowsOf(entries) {
  const rows = new Map();
  for (const entry of entries.filter(({ kind }) => kind === 'row')) {
    const key = `${entry.component}\0${entry.fault}`;
    const row = rows.get(key) ?? { component: entry.component, fault: entry.fault };
    for (const column of COLUMNS) row[column] = (row[column] ?? 0) + (entry[column] ?? 0);
    rows.set(key, row);
  }
  return [...rows.values()].sort((a, b) => a.component.localeCompare(b.component));
}

export function isWrong(entries) {
  return rowsOf(entries).some((row) => FAULTS.some((column) => row[column] > 0));
}

export function tableOf(entries) {
  const shown = ['component', 'fault', ...COLUMNS];
  const lines = [shown, shown.map((name) => (COLUMNS.includes(name) ? '--:' : '---'))];
  for (const row of rowsOf(entries)) lines.push(shown.map((name) => row[name]));
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function summary(entries) {
  const rows = rowsOf(entries);
  const total = (column) => rows.reduce((sum, row) => sum + row[column], 0);
  const totals = COLUMNS.map((column) => `${total(column)} ${column}`).join(', ');
  const notes = entries.filter(({ kind }) => kind === 'note').map(({ name, value }) => `- ${name}: ${value}`);
  return [`${rows.length} faults: ${totals}.`, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}
