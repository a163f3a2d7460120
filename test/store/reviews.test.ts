import { expect, test } from 'vitest';
import { Entry } from '../../src/domain/change.ts';
import { fold, fromPicture, toPicture } from '../../src/domain/picture.ts';
import { LIFE, OTHER } from '../support/embargo.ts';
import { openHouse } from '../support/house.ts';

/** Everything that is written of a review can be read again, and amounts to the same. */
test('a review survives being written down', async () => {
  const house = openHouse({ at: '2026-03-31 09:00' });
  for (const typed of [
    ...OTHER,
    ...LIFE,
    '/review informed PR-2026-2',
    '/review informed RR-2026-2 whom=family',
    '/review request PR-2026-2 letter="HIDDEN 9" answered=yes',
    '/review agree RR-2026-2 as=communications',
    '/review step RR-2026-2 requests',
    '/review publish PR-2026-2 on=2026-09-01 pseudonym=Zebrawood',
    '/review sent PR-2026-2',
    '/review publish PR-2026-2 on=today extent=partial',
    '/review embargo RR-2026-2 pending=inquest',
  ])
    expect(await house.ask('manager', typed)).toMatchObject({ is: 'accepted' });
  const entries = await house.entries();
  const read = entries.map((entry) => Entry.parse(JSON.parse(JSON.stringify(entry))));
  const again = JSON.parse(JSON.stringify(toPicture(fold(read))));
  expect(again).toEqual(JSON.parse(JSON.stringify(toPicture(await house.store.read()))));
  expect(toPicture(fromPicture(again))).toEqual(again);
});
