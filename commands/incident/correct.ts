import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import {
  areaField,
  choice,
  dayField,
  freeText,
  referenceField,
  yesNo,
} from '../../src/app/field.ts';
import { foresee, sayMoves } from '../../src/app/foresee.ts';
import type { Message } from '../../src/app/message.ts';
import type { Incident } from '../../src/domain/incident.ts';
import type { Move } from '../../src/domain/moved.ts';
import { KEEPERS } from '../../src/domain/roles.ts';
import { incidentCard } from './card.ts';
import { correctionOf } from './correction.ts';
import { daysOf, whyNot } from './dates.ts';
import { onIncident, onLiveIncident } from './find.ts';
import { WHOSE_AREA } from './words.ts';

export const incidentCorrect = defineCommand({
  name: 'incident correct',
  summary: 'Correct what is written down; the clocks move, and their owners are told.',
  allow: KEEPERS,
  fields: z.object({
    incident: referenceField('Which incident', 'SI'),
    reason: freeText('Why is it corrected?', { onCase: true }),
    aware: dayField('The council became aware').optional(),
    occurred: dayField('It happened').optional(),
    notified: dayField('The notification was submitted').optional(),
    told: dayField('The safeguarding partners were told').optional(),
    copied: dayField('The business unit received its copy').optional(),
    formed: dayField("The manager's form was sent").optional(),
    erase: choice('A date that should not be there at all', [
      'occurred',
      'notified',
      'told',
      'copied',
      'formed',
    ]).optional(),
    harm: choice('What happened', ['died', 'seriously-harmed']).optional(),
    abuse: choice('Abuse or neglect', ['known', 'suspected', 'not-suspected']).optional(),
    place: choice('Where', ['in-area', 'outside-england', 'other-area']).optional(),
    area: areaField('Which area', { hint: WHOSE_AREA }),
    'looked-after': yesNo('Looked after by the council').optional(),
    age: choice('Age', ['under-18', '18-to-24']).optional(),
    'care-leaver': yesNo('A care leaver').optional(),
    'secure-ref': freeText("Reference in the council's own case system", {
      onCase: true,
      pointer: true,
      most: 60,
    }).optional(),
  }),
  decide: ({ incident: ref, reason, ...asked }, situation) =>
    onLiveIncident(ref, situation, (incident) => {
      const correction = correctionOf(incident, asked, situation.arrangement);
      if (correction.what === '')
        return refuse(
          `Nothing would change on ${ref}. Say what is to be different, such as aware=DAY; /incident show ${ref} shows what is there.`,
        );
      const change = { type: 'incident-corrected', ref, ...correction, reason } as const;
      const { ledger, moves } = foresee(situation, [change]);
      const then = { ...situation, ledger };
      return onIncident(ref, then, (corrected) => {
        const wrong = whyNot(daysOf(corrected), { today: situation.today, ref });
        return wrong ? refuse(wrong) : accept(cardOf(corrected, then, moves), [change]);
      });
    }),
});

const cardOf = (incident: Incident, situation: Situation, moves: readonly Move[]): Message => {
  const card = incidentCard(incident, situation, `${incident.ref} is corrected`);
  const moved = sayMoves(moves, situation).map((line) => `Moved: ${line}`);
  return moved.length > 0
    ? { ...card, blocks: [{ type: 'list', items: moved }, ...card.blocks] }
    : card;
};
