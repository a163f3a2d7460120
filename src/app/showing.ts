import type { Ref, Series } from '../domain/reference.ts';
import type { Button } from './message.ts';

/** How a record of each series is shown: the command, and the field that takes its reference. */
const SHOWN: Partial<Record<Series, readonly [command: string, field: string]>> = {
  SI: ['incident show', 'incident'],
};

/** The command that shows a record; nothing for a kind that has no card. */
export const showing = (ref: Ref): Pick<Button, 'command' | 'fields'> | undefined => {
  const shown = SHOWN[ref.slice(0, 2) as Series];
  return shown && { command: shown[0], fields: { [shown[1]]: ref } };
};

/** "See the case", where there is a card to see. */
export const seeing = (ref: Ref): readonly Button[] => {
  const shown = showing(ref);
  return shown ? [{ label: 'See the case', ...shown, record: ref }] : [];
};
