import { List, OrderedMap, Map as Persistent } from 'immutable';
import { apply } from './apply.ts';
import type { Entry } from './change.ts';
import { emptyLedger, type Ledger } from './ledger.ts';

/** The ledger as plain JSON, so that opening need not replay the whole log. */
export type Picture = ReturnType<typeof toPicture>;

export const toPicture = (ledger: Ledger) => ({
  ...ledger,
  records: [...ledger.records],
  numbers: [...ledger.numbers],
  holidays: [...ledger.holidays],
  roster: [...ledger.roster],
  weekly: [...ledger.weekly],
  feeds: [...ledger.feeds],
  links: { used: [...ledger.links.used], revoked: [...ledger.links.revoked] },
  otherDates: [...ledger.otherDates],
  outbox: [...ledger.outbox],
  told: [...ledger.told],
  sending: [...ledger.sending],
  heard: [...ledger.heard],
  troubles: [...ledger.troubles],
  holds: [...ledger.holds],
  purges: [...ledger.purges],
  purged: [...ledger.purged],
  recent: [...ledger.recent],
  seen: [...ledger.seen],
});

export const fromPicture = (picture: Picture): Ledger => ({
  ...picture,
  records: Persistent(picture.records),
  numbers: Persistent(picture.numbers),
  holidays: Persistent(picture.holidays),
  roster: Persistent(picture.roster),
  weekly: Persistent(picture.weekly),
  feeds: Persistent(picture.feeds),
  links: { used: Persistent(picture.links.used), revoked: Persistent(picture.links.revoked) },
  otherDates: Persistent(picture.otherDates),
  outbox: OrderedMap(picture.outbox),
  told: Persistent(picture.told),
  sending: Persistent(picture.sending),
  heard: Persistent(picture.heard),
  troubles: OrderedMap(picture.troubles),
  holds: Persistent(picture.holds),
  purges: Persistent(picture.purges),
  purged: Persistent(picture.purged),
  recent: List(picture.recent),
  seen: OrderedMap(picture.seen),
});

/** The ledger that a list of entries amounts to. */
export const fold = (entries: Iterable<Entry>, from: Ledger = emptyLedger): Ledger => {
  let ledger = from;
  for (const entry of entries) ledger = apply(ledger, entry);
  return ledger;
};
