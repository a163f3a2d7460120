import { z } from 'zod';
import { Day } from '../day.ts';
import { Ref } from '../reference.ts';
import { Answer, InformationRequest } from './request.ts';

const onRequest = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ref: Ref, ...shape });

const agencies = z.array(z.string()).min(1).readonly();

/** What can be written down of an information request. */
export const REQUEST_CHANGES = [
  z.object({ type: z.literal('request-opened'), request: InformationRequest }),
  onRequest('request-seen', { agency: z.string() }),
  /** `review`: its card shows who has returned. */
  onRequest('request-answered', { agency: z.string(), answer: Answer, review: Ref.optional() }),
  onRequest('request-chased', { agencies }),
  onRequest('request-extended', { agencies, to: Day, reason: z.string() }),
  onRequest('request-noticed', { agency: z.string(), on: Day }),
  onRequest('request-replied', { on: Day }),
  onRequest('request-followed-up', { on: Day }),
  onRequest('request-closed', { reason: z.string(), withdrawn: z.boolean() }),
] as const;
