import type { StoreAway } from './ports.ts';

/** What somebody is told who asked while the store could not be reached. */
export const sayAway = ({ isUnclear }: StoreAway): string =>
  isUnclear
    ? 'Heed lost its database while this was being written down, so it cannot tell yet whether it was saved. Look in a few minutes, with /due or by showing the record, and send it again only if it is not there.'
    : 'Heed cannot reach its database at this moment, so nothing was saved. Send it again in a few minutes.';
