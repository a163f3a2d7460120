import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { digestMessage, digestTitle } from '../../src/app/digest.ts';
import { bodyField, words } from '../../src/app/field.ts';
import { chairOf } from '../../src/domain/agencies.ts';
import { actionsUnder, bodyDigest } from '../../src/domain/body-actions.ts';
import { Day, type Instant } from '../../src/domain/day.ts';
import { lastMonthly, monthBefore } from '../../src/domain/digest-days.ts';
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
    const since = sinceWhen(body, month, situation);
    if (!since) return refuse('Write a month that has come, as 2026-04.');
    const { ledger, actor: person, now } = situation;
    const digest = bodyDigest({ body, person, since, now }, ledger, situation);
    const fields: Readonly<Record<string, string>> = month ? { month } : {};
    return accept({
      ...digestMessage(
        digest,
        { title: digestTitle(body, situation), body, page, fields },
        situation,
      ),
      table: tableOf(actionsUnder(body, ledger, situation, person), situation),
    });
  },
});

const whichBody = ({ arrangement }: Situation, own: readonly string[]): string => {
  const bodies = own.length > 0 ? own : arrangement.bodies.map(({ id }) => id);
  return `Say which body: /action digest ${bodies[0] ?? 'BODY'}. Those there are: ${listed(bodies)}.`;
};

/** Since the digest before that of a month; without one, since the last that was due. */
const sinceWhen = (
  body: string,
  month: string | undefined,
  situation: Situation,
): Instant | undefined => {
  const { ledger, today, now } = situation;
  const to = chairOf(body);
  if (month !== undefined) {
    if (month > today.slice(0, 7)) return undefined;
    const first = Day.safeParse(`${month}-01`);
    return first.success ? lastMonthly(ledger, to, monthBefore(first.data), situation) : undefined;
  }
  const last = lastMonthly(ledger, to, today, situation);
  return last <= now ? last : lastMonthly(ledger, to, monthBefore(today), situation);
};
