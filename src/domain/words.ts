/** "a", "a and b", "a, b and c" */
export const listed = (items: readonly string[], last = 'and'): string =>
  items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} ${last} ${items[items.length - 1]}`;

/** "1 working day", "2 working days" */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`;

/** "once", "twice", "3 times" */
export const often = (n: number): string => ['never', 'once', 'twice'][n] ?? `${n} times`;

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];

/** "four", and figures above ten, as prose has it. */
export const inWords = (n: number): string => NUMBERS[n] ?? String(n);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** Within a sentence. */
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Without the full stop at its end: what somebody wrote, before Heed goes on. */
export const unstopped = (text: string): string => text.replace(/[.\s]+$/, '');
