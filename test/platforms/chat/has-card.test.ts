import { expect, it } from 'vitest';
import type { Ref } from '../../../src/domain/reference.ts';
import { hasCard } from '../../../src/platforms/chat/redraw.ts';
import { asking } from '../../support/ledger.ts';

const { ledger } = asking(
  `2026-03-30 09:00 @manager /incident log harm=died abuse=known
   2026-03-30 09:01 @manager /request new what="The data" kind=data to=housing due=2026-04-28
   2026-03-30 09:02 @manager /meeting schedule body=partnership on=2026-04-28
   2026-03-30 09:03 @manager /action add what="Send it" owner=police-lead due=2026-04-28 source=scrutiny
   2026-03-30 09:04 @manager /decision record what="Fund the post"
   2026-03-30 09:05 @manager /dispute open what="Who pays" between=council,police
   2026-03-30 09:06 @manager /risk add what="No lead" owner=police-lead rating=high review=2026-04-28
   2026-03-30 09:07 @manager /challenge raise from=housing to=probation what="No data" due=2026-04-28`,
);

it.each([
  ['SI-2026-1', true],
  ['IR-2026-1', true],
  ['MT-2026-1', false],
  ['AC-2026-1', false],
  ['DC-2026-1', false],
  ['DS-2026-1', false],
  ['RK-2026-1', false],
  ['CH-2026-1', false],
])('%s has a card in the channel for cases: %s', (ref, has) => {
  const record = ledger.records.get(ref as Ref);
  expect(record && hasCard(record)).toBe(has);
});
