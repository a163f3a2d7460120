import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { number } from '../../src/app/field.ts';
import { type Foretold, foretell } from '../../src/app/foretell.ts';
import { paged } from '../../src/app/paged.ts';
import { isVisibleDuty } from '../../src/app/visible.ts';
import { addDays, londonDay, londonInstant, londonTime, sayDay } from '../../src/domain/day.ts';
import { DIGEST, type Item } from '../../src/domain/item.ts';
import { sayRungName } from '../../src/domain/ladder.ts';
import { holds, sayPerson } from '../../src/domain/posts.ts';
import { DIGEST_READERS, hasRole } from '../../src/domain/roles.ts';
import { counted } from '../../src/domain/words.ts';
import { page } from '../due/page.ts';

export const preview = defineCommand({
  name: 'preview',
  summary: 'Every message that the next days will bring, to whom and why.',
  allow: 'everyone',
  fields: z.object({
    days: number('How many days', { least: 1, most: 366 }, { fallback: '30', bare: true }),
    page,
  }),
  decide: ({ days, page: at }, situation) => {
    const rows = foreseen(situation, days).map((one) => ({
      line: sayForetold(one, situation),
      about: one.message.about,
      duties: [],
    }));
    return accept(
      paged({
        title: `${counted(rows.length, 'message')} in the next ${counted(days, 'calendar day')}, if nobody does anything meanwhile`,
        empty: `Nothing will be sent in the next ${counted(days, 'calendar day')} that you may see.`,
        rows,
        page: at,
        next: { command: 'preview', fields: { days: String(days) } },
      }),
    );
  },
});

/** As if there were no other records than those the person may see: a gap would give the others away. */
const foreseen = (situation: Situation, days: number): readonly Foretold[] => {
  const { ledger, arrangement, now, today } = situation;
  const until = londonInstant(addDays(today, days), '23:59');
  // What opens meanwhile, as an entry of the annual cycle does, is a record of then alone.
  return foretell(ledger, arrangement, now, until, (item, then) =>
    item.rung === DIGEST
      ? mayKnowOf(item, situation)
      : isVisibleDuty({ ...situation, ledger: then }, item),
  );
};

/** A digest is its reader's, and theirs who may ask for any. */
const mayKnowOf = ({ to }: Item, { roles, arrangement, actor }: Situation): boolean =>
  hasRole(roles, DIGEST_READERS) || holds(arrangement, actor, to);

const sayForetold = ({ at, to, message }: Foretold, { arrangement }: Situation): string => {
  const what = message.lead ? `${message.title}, ${message.lead}` : message.title;
  const why = (message.items ?? []).map(sayWhy);
  return `${sayDay(londonDay(at))} ${londonTime(at)}, to ${sayPerson(arrangement, to.id)}: ${what} (${[...new Set(why)].join('; ')})`;
};

/** What a lock screen does not say stands here: which entry of the annual cycle it is. */
const sayWhy = ({ record, duty, rung }: Item): string =>
  record.startsWith('CY-')
    ? `${duty.replaceAll('-', ' ')}, ${sayRungName(rung)}`
    : sayRungName(rung);
