import { z } from 'zod';
import { defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField } from '../../src/app/field.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import type { InformationRequest } from '../../src/domain/requests/request.ts';
import { onRequest, request } from './find.ts';
import { ASKERS } from './roles.ts';
import { writtenOn } from './written.ts';

const on = dayField('On which day?', { fallback: 'today' });

const notOn = ({ ref, asked }: InformationRequest, day: Day, { today }: Situation) => {
  if (day > today) return `${sayNear(day, today)} is still to come. Record it once it is done.`;
  return day < asked.on
    ? `${ref} was asked on ${sayNear(asked.on, today)}, so this cannot have been before. Check the day.`
    : undefined;
};

export const requestReplied = defineCommand({
  name: 'request replied',
  summary: 'Record that the partnership that asked us has our reply.',
  allow: ASKERS,
  fields: z.object({ request, on }),
  decide: ({ request: ref, on: day }, situation) =>
    onRequest(ref, situation, (found) => {
      const wrong = found.inbound
        ? notOn(found, day, situation)
        : `${ref} is our own question, so nobody waits for our reply. /request close ${ref} closes it.`;
      if (wrong) return refuse(wrong);
      const change = { type: 'request-replied', ref, on: day } as const;
      return writtenOn(ref, [change], `${ref}: our reply is recorded`, situation);
    }),
});

export const requestFollowedUp = defineCommand({
  name: 'request followed-up',
  summary: 'Record that the One-Year-On review of a Section 11 audit was held.',
  allow: ASKERS,
  fields: z.object({ request, on }),
  decide: ({ request: ref, on: day }, situation) =>
    onRequest(ref, situation, (found) => {
      const wrong =
        found.kind === 'section-11'
          ? notOn(found, day, situation)
          : `${ref} is no Section 11 audit, so no One-Year-On review of it is held. /request list shows the audits.`;
      if (wrong) return refuse(wrong);
      const change = { type: 'request-followed-up', ref, on: day } as const;
      return writtenOn(ref, [change], `${ref}: the One-Year-On review is recorded`, situation);
    }),
});
