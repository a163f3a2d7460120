import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { freeText, words } from '../../src/app/field.ts';
import { deputyOf } from '../../src/domain/agencies.ts';
import type { PostId } from '../../src/domain/item.ts';
import { holds } from '../../src/domain/posts.ts';
import type { AnnualReport } from '../../src/domain/report/report.ts';
import { REGISTERS } from '../../src/domain/roles.ts';
import { on } from '../review/fields.ts';
import { onOpenReport, report } from './find.ts';
import { ticked } from './ticked.ts';

const evidence = freeText('What shows it: a reference, or where it is kept', { most: 200 });

export const reportTick = defineCommand({
  name: 'report tick',
  summary: 'Tick off what is there of the contents of an annual report.',
  allow: ['business-unit'],
  fields: z.object({
    report,
    item: words('Which, as /report show has them: work, impact…; or all'),
    evidence: evidence.optional(),
    on,
  }),
  decide: ({ report: ref, item, evidence, on }, situation) =>
    onOpenReport(ref, situation, (found) => {
      const title = `${ref}: the contents are recorded`;
      return ticked(found, { step: 'contents', parts: item, on, evidence, title }, situation);
    }),
});

const forWhom = words('For which post? Your own, if left out').optional();

export const reportInput = defineCommand({
  name: 'report input',
  summary: 'Record that the chair or a scrutineer has commented on the draft annual report.',
  allow: ['business-unit', 'chair', 'scrutineer'],
  fields: z.object({ report, for: forWhom, evidence: evidence.optional(), on }),
  decide: ({ report: ref, for: wanted, evidence, on }, situation) =>
    onOpenReport(ref, situation, (found) => {
      const post = postOf(found.input, wanted, situation);
      if ('wrong' in post) return refuse(post.wrong);
      const title = `${ref}: the comments are recorded`;
      return ticked(found, { step: 'input', parts: post.id, on, evidence, title }, situation);
    }),
});

export const reportSignOff = defineCommand({
  name: 'report sign-off',
  summary: 'Record that a statutory partner has signed the annual report off by its governance.',
  allow: REGISTERS,
  fields: z.object({ report, for: forWhom, evidence: evidence.optional(), on }),
  decide: ({ report: ref, for: wanted, evidence, on }, situation) =>
    onOpenReport(ref, situation, (found) => {
      const post = postOf(found.signOff, leadWanted(found, wanted), situation);
      if ('wrong' in post) return refuse(post.wrong);
      if (!post.isOwn && !evidence)
        return refuse(
          `You write it down for another: say where it is written that they have signed ${ref} off, with evidence="…".`,
        );
      const title = `${ref}: the sign-off is recorded`;
      return ticked(found, { step: 'sign-off', parts: post.id, on, evidence, title }, situation);
    }),
});

/** A partner may be named by itself: police for police-lead. */
const leadWanted = ({ signOff }: AnnualReport, wanted: string | undefined): string | undefined =>
  wanted !== undefined && signOff.some((post) => post === `${wanted}-lead`)
    ? `${wanted}-lead`
    : wanted;

type Spoken = { readonly id: string; readonly isOwn: boolean } | { readonly wrong: string };

/** The post that is spoken for: one's own, one that one deputises for, or any for the business unit. */
const postOf = (
  posts: readonly PostId[],
  wanted: string | undefined,
  situation: Situation,
): Spoken => {
  const own = posts.filter((post) => isOwn(post, situation));
  const id = wanted ?? own[0];
  const named = posts.find((post) => post === id);
  if (named === undefined)
    return { wrong: `Say for which post: for=POST, one of ${posts.join(', ')}.` };
  if (!own.includes(named) && !situation.roles.includes('business-unit'))
    return {
      wrong:
        'You do not speak for that post. Ask its holder, or the business unit to write it down.',
    };
  return { id: named, isOwn: own.includes(named) };
};

const isOwn = (post: PostId, { arrangement, actor }: Situation): boolean =>
  holds(arrangement, actor, post) || actor.posts.includes(deputyOf(post.replace(/-lead$/, '')));
