import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { digestMessage, digestTitle } from '../../src/app/digest.ts';
import { bodyField, words } from '../../src/app/field.ts';
import { chairOf } from '../../src/domain/agencies.ts';
import { actionsUnder, bodyDigest } from '../../src/domain/body-actions.ts';
import { Day, type Instant, londonDay } from '../../src/domain/day.ts';
import { monthBefore, monthlyOf } from '../../src/domain/digest-days.ts';
import { DIGEST_READERS, hasRole } from '../../src/domain/roles.ts';
import { listed } from '../../src/domain/words.ts';
import { page } from '../due/page.ts';
import { chairedBy } from './find.ts';
import { tableOf } from './table.ts';

export const actionDigest = defineCommand({
  name: 'action digest',
  summary: "A body's actions in numbers, and what has changed since its last digest.",
  allow: [...DIGEST_READERS, 'group-chair'],
  fields: z.object({
    body: bodyField('Of which body; my own without it', { bare: true }).optional(),
    month: words('As it was sent in which month: 2026-04').optional(),
    page,
  }),
  decide: ({ body: asked, month, page }, situation) => {
    const own = chairedBy(situation);
    const body = asked ?? (own.length === 1 ? own[0] : undefined);
    if (body === undefined) return refuse(whichBody(situation, own));
    if (!hasRole(situation.roles, DIGEST_READERS) && !own.includes(body))
      return refuse(`You do not chair that body. Ask the business unit for its digest.`);
    const span = spanOf(body, month, situation);
    if (!span) return refuse('Write a month that has come, as 2026-04.');
    const { ledger, actor: person } = situation;
    const then = { ...situation, now: span.now, today: londonDay(span.now) };
    const digest = bodyDigest({ body, person, ...span }, ledger, then);
    const fields: Readonly<Record<string, string>> = month ? { month } : {};
    return accept({
      ...digestMessage(digest, { title: digestTitle(body, then), body, page, fields }, then),
      table: tableOf(actionsUnder(body, ledger, situation, person), situation),
    });
  },
});

const whichBody = ({ arrangement }: Situation, own: readonly string[]): string => {
  const bodies = own.length > 0 ? own : arrangement.bodies.map(({ id }) => id);
  return `Say which body: /action digest ${bodies[0] ?? 'BODY'}. Those there are: ${listed(bodies)}.`;
};

interface Span {
  readonly since: Instant;
  readonly now: Instant;
}

/** Between the digest before and that of a month, as that was sent; without one, from the last that was due until now. */
const spanOf = (
  body: string,
  month: string | undefined,
  situation: Situation,
): Span | undefined => {
  const { ledger, today, now } = situation;
  const of = (day: Day): Instant => monthlyOf(ledger, chairOf(body), day, situation);
  if (month === undefined) {
    const last = of(today);
    return { since: last <= now ? last : of(monthBefore(today)), now };
  }
  const first = Day.safeParse(`${month}-01`);
  if (!first.success || month > today.slice(0, 7)) return undefined;
  const sent = of(first.data);
  const isToCome = sent > now;
  return { since: of(monthBefore(first.data)), now: isToCome ? now : sent };
};
