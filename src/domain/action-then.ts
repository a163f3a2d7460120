import { type Action, type ActionEvent, eventsOf } from './action.ts';
import { addMinutes, type Instant } from './day.ts';
import { UNDO_MINUTES } from './ledger.ts';

/** Since when its body may know of it: once the end of an embargo can no longer be undone. */
export const knownSince = ({ given, lifted }: Action): Instant =>
  lifted === undefined ? given.at : addMinutes(lifted, UNDO_MINUTES);

/** Whether its body might know of it at a moment: not before it was given, nor while it was held back. */
export const wasKnown = (action: Action, at: Instant): boolean => {
  const { given, lifted, heldFrom } = action;
  if (at < given.at) return false;
  return (
    at >= knownSince(action) || (lifted !== undefined && heldFrom !== undefined && at < heldFrom)
  );
};

/** It as it stood at a moment: without what has happened to it since. */
export const actionThen = (action: Action, at: Instant): Action => {
  const events = eventsOf(action);
  const later = events.findIndex((event) => event.at > at);
  if (later === -1) return action;
  return {
    ...events.slice(later).reduceRight(before, action),
    events: events.slice(0, later),
  };
};

const before = (action: Action, event: ActionEvent): Action => {
  if (event.is === 'reassigned') return { ...action, owner: event.was };
  const isMoved = event.is === 'extended' || event.is === 'reopened';
  return isMoved && event.was ? { ...action, due: event.was } : action;
};
