import { z } from 'zod';
import type { HeedRecord } from './change.ts';
import { Ref } from './reference.ts';

/**
 * What a record of the partnership's business comes of: another record, by its reference alone. What
 * comes of a case is seen by those of the case, and held back with it.
 */
export const ABOUT = { source: Ref.optional(), ofCase: z.boolean().optional() } as const;

/** The kinds that may come of another record, whatever that is. */
const BUSINESS = ['decision', 'dispute', 'risk', 'challenge'] as const;
type Business = Extract<HeedRecord, { is: (typeof BUSINESS)[number] }>;

export const isBusiness = (record: HeedRecord): record is Business =>
  BUSINESS.some((kind) => kind === record.is);
