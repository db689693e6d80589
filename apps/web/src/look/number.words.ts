/** A count as a sentence has it: in letters as far as one reads them at a glance. */
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export const number = (count: number): string => NUMBERS[count] ?? String(count);
