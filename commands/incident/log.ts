import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { areaField, choice, dayField, freeText, number, yesNo } from '../../src/app/field.ts';
import type { Dated, Incident } from '../../src/domain/incident.ts';
import { nextReference } from '../../src/domain/ledger.ts';
import { childCode } from '../../src/domain/reference.ts';
import { KEEPERS } from '../../src/domain/roles.ts';
import { MOST_CHILDREN } from '../../src/domain/rules/rule-sets.ts';
import { incidentCard } from './card.ts';
import { type Days, whyNot } from './dates.ts';
import { WHOSE_AREA } from './words.ts';

const fields = z.object({
  harm: choice('What happened', ['died', 'seriously-harmed']),
  abuse: choice('Abuse or neglect', ['known', 'suspected', 'not-suspected']),
  aware: dayField('When did the local authority become aware?', { fallback: 'today' }),
  occurred: dayField('When did it happen?').optional(),
  place: choice('Where', ['in-area', 'outside-england', 'other-area'], { fallback: 'in-area' }),
  area: areaField('Which area', { wanted: true, hint: WHOSE_AREA }),
  'looked-after': yesNo('Looked after by the council', { fallback: 'no' }),
  'care-leaver': yesNo('A care leaver', { fallback: 'no' }),
  age: choice('Age', ['under-18', '18-to-24'], { fallback: 'under-18' }),
  children: number(
    'How many children',
    {
      least: 1,
      most: MOST_CHILDREN,
      over: `one notification carries at most ${MOST_CHILDREN} children. Log the first ${MOST_CHILDREN} here and the others as a second incident`,
    },
    { fallback: '1' },
  ),
  'raised-by': choice('Raised by', ['local-authority', 'agency', 'cdop'], {
    fallback: 'local-authority',
  }),
  'secure-ref': freeText("Reference in the council's own case system", {
    onCase: true,
    pointer: true,
    most: 60,
  }).optional(),
});
type Fields = z.infer<typeof fields>;

export const incidentLog = defineCommand({
  name: 'incident log',
  summary: 'Log a serious incident and start its clocks.',
  allow: KEEPERS,
  fields,
  shortcut: { on: 'anywhere', label: 'Log a serious incident' },
  decide: (values, situation) => {
    const days: Days = {
      aware: values.aware,
      ...(values.occurred ? { occurred: values.occurred } : {}),
    };
    const wrong = whyNot(days, situation) ?? notAChild(values);
    if (wrong) return refuse(wrong);
    const incident = openIncident(values, days, situation);
    return accept(incidentCard(incident, situation, `${incident.ref} is logged`), [
      { type: 'incident-logged', incident },
    ]);
  },
});

/** Over 18 only the death of a care leaver is notified (deadlines.md D04). */
const notAChild = (values: Fields): string | undefined => {
  if (values.age === 'under-18') return undefined;
  if (values['looked-after'])
    return 'Nobody of 18 or over is looked after. Leave out looked-after=yes, or say care-leaver=yes.';
  return values['care-leaver'] && values.harm === 'died'
    ? undefined
    : 'Of people of 18 or over only the death of a care leaver is logged. Check the age.';
};

const openIncident = (values: Fields, days: Days, situation: Situation): Incident => {
  const { ledger, arrangement, now, actor, today } = situation;
  const signed = { at: now, by: actor.id };
  const first = arrangement.codesBefore + ledger.codes + 1;
  return {
    is: 'incident',
    ref: nextReference(ledger, 'SI', today),
    children: Array.from({ length: values.children }, (_, more) => childCode(first + more)),
    ...(values.area === undefined ? {} : { area: values.area }),
    circumstances: {
      harm: values.harm,
      abuse: values.abuse,
      place: values.place,
      lookedAfter: values['looked-after'],
      careLeaver: values['care-leaver'],
      age: values.age,
      raisedBy: values['raised-by'],
      secureRef: values['secure-ref'],
    },
    dates: Object.fromEntries(
      Object.entries(days).map(([name, on]): [string, Dated] => [name, { on, ...signed }]),
    ),
    logged: signed,
    corrections: [],
  };
};
