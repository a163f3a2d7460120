import type { HeedRecord } from '../change.ts';

/** What an arrangement may set a period for. */
export const RECORDS = [
  'incidents',
  'reviews',
  'actions',
  'requests',
  'meetings',
  'decisions',
  'disputes',
  'risks',
  'challenges',
  'messages',
] as const;
export type Records = (typeof RECORDS)[number];

/** Under which name the arrangement speaks of a record; what has none is kept for ever. */
export const RECORDS_OF: { readonly [K in HeedRecord['is']]: Records | undefined } = {
  incident: 'incidents',
  'rapid-review': 'reviews',
  'practice-review': 'reviews',
  action: 'actions',
  request: 'requests',
  meeting: 'meetings',
  decision: 'decisions',
  dispute: 'disputes',
  risk: 'risks',
  challenge: 'challenges',
  // The year, its changes, its reports and who was in which post are the partnership's own history.
  'cycle-entry': undefined,
  amendment: undefined,
  'annual-report': undefined,
  term: undefined,
};
