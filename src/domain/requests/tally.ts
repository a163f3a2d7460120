import { speaksFor } from '../agencies.ts';
import type { Ledger } from '../ledger.ts';
import { silentOf } from './part.ts';
import type { InformationRequest } from './request.ts';

/** What there is to show of a request, counted. */
export interface Tally {
  readonly asked: number;
  readonly answered: number;
  /** Messages that reached somebody who answers for an agency, the question itself among them. */
  readonly delivered: number;
  readonly undeliverable: number;
  /** By hand. */
  readonly chased: number;
  /** Messages about an agency's answer that reached somebody who does not give it. */
  readonly escalated: number;
  readonly noticed: number;
}

export const tallyOf = (request: InformationRequest, { told }: Pick<Ledger, 'told'>): Tally => {
  const all = told.get(request.ref) ?? [];
  const sent = all.filter(({ is }) => is === 'sent');
  const own = sent.filter(({ part, to }) => part !== undefined && speaksFor(part, to));
  const parts = Object.values(request.parts);
  return {
    asked: parts.length,
    answered: parts.length - silentOf(request).length,
    delivered: own.length,
    undeliverable: all.filter(({ is }) => is === 'undeliverable').length,
    chased: parts.reduce((sum, { chased }) => sum + chased.length, 0),
    escalated: sent.length - own.length,
    noticed: parts.filter(({ noticed }) => noticed !== undefined).length,
  };
};
