import { z } from 'zod';
import { defineCommand } from '../../src/app/command.ts';
import { agenciesField, choice, dayField, freeText, referenceField } from '../../src/app/field.ts';
import { REQUEST_KINDS } from '../../src/domain/requests/request.ts';
import { ask } from './open.ts';
import { ASKERS } from './roles.ts';

export const requestNew = defineCommand({
  name: 'request new',
  summary: 'Ask some or all agencies, and follow each until it has answered.',
  allow: ASKERS,
  fields: z.object({
    what: freeText('What is asked'),
    kind: choice('Which kind of request', REQUEST_KINDS),
    to: agenciesField('Which agencies'),
    due: dayField('By when do they answer?'),
    basis: freeText('Under which power, if not the usual one').optional(),
    link: freeText('Where the document is', { most: 300 }).optional(),
    review: referenceField('The review it is for', ['RR', 'PR'], { bare: false }).optional(),
  }),
  decide: (values, situation) => ask(values, situation),
});
