import type { Change } from '../change.ts';
import { type Handlers, openRecord, putRecord } from '../handlers.ts';
import type { Ledger } from '../ledger.ts';
import type { InformationRequest, Part } from './request.ts';

type Written = Extract<Change, { type: `request-${string}` }>['type'];
const on = (
  ledger: Ledger,
  ref: InformationRequest['ref'],
  with_: (request: InformationRequest) => InformationRequest,
): Ledger => {
  const record = ledger.records.get(ref);
  if (record?.is !== 'request') throw new Error(`the log speaks of ${ref} before it was asked`);
  return putRecord(ledger, with_(record));
};

const onParts = (
  request: InformationRequest,
  agencies: readonly string[],
  with_: (part: Part) => Part,
): InformationRequest => ({
  ...request,
  parts: Object.fromEntries(
    Object.entries(request.parts).map(([agency, part]) => [
      agency,
      agencies.includes(agency) ? with_(part) : part,
    ]),
  ),
});

/** How an information request changes. */
export const requestHandlers: Handlers<Written> = {
  'request-opened': (ledger, { request }) => openRecord(ledger, request),
  'request-seen': (ledger, { ref, agency }, { at, by }) =>
    on(ledger, ref, (request) =>
      onParts(request, [agency], (part) => ({ ...part, seen: part.seen ?? { at, by } })),
    ),
  'request-answered': (ledger, { ref, agency, answer }) =>
    on(ledger, ref, (request) =>
      onParts(request, [agency], (part) => ({ ...part, answers: [...part.answers, answer] })),
    ),
  'request-chased': (ledger, { ref, agencies }, { at, by }) =>
    on(ledger, ref, (request) =>
      onParts(request, agencies, (part) => ({ ...part, chased: [...part.chased, { at, by }] })),
    ),
  'request-extended': (ledger, { ref, agencies, to }) =>
    on(ledger, ref, (request) => onParts(request, agencies, (part) => ({ ...part, due: to }))),
  'request-noticed': (ledger, { ref, agency, on: day }, { at, by }) =>
    on(ledger, ref, (request) =>
      onParts(request, [agency], (part) => ({ ...part, noticed: { on: day, at, by } })),
    ),
  'request-replied': (ledger, { ref, on: day }, { at, by }) =>
    on(ledger, ref, (request) => ({ ...request, replied: { on: day, at, by } })),
  'request-followed-up': (ledger, { ref, on: day }, { at, by }) =>
    on(ledger, ref, (request) => ({ ...request, followedUp: { on: day, at, by } })),
  'request-closed': (ledger, { ref, reason, withdrawn }, { at, by }) =>
    on(ledger, ref, (request) => ({ ...request, closed: { at, by, reason, withdrawn } })),
};
