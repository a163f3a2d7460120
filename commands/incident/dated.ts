import { z } from 'zod';
import { accept, type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { dayField, referenceField } from '../../src/app/field.ts';
import { afterChanges } from '../../src/app/foresee.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import type { DateName, Incident } from '../../src/domain/incident.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { incidentCard } from './card.ts';
import { daysOf, whyNot } from './dates.ts';
import { onIncident, onLiveIncident } from './find.ts';

/** Recording that something was done on a day: the same for every date of an incident. */
interface Recording {
  readonly incident: Ref;
  readonly date: DateName;
  readonly on: Day;
  /** "the Panel was notified", for "SI-2026-1: the Panel was notified on Wed 1 Apr" */
  readonly said: string;
  readonly panelRef?: string | undefined;
}

export const datedFields = (question: string) =>
  z.object({ incident: referenceField('Which incident', 'SI'), on: dayField(question) });

export const recordDate = (
  { incident: ref, date, on, said, panelRef }: Recording,
  situation: Situation,
): Decision =>
  onLiveIncident(ref, situation, (incident) => {
    const wrong =
      alreadyThere(incident, date, said, situation) ??
      whyNot(
        { ...daysOf(incident), [date]: on },
        { today: situation.today, ref, raisedBy: incident.circumstances.raisedBy },
      );
    if (wrong) return refuse(wrong);
    const change = { type: 'incident-dated', ref, date, on, panelRef } as const;
    const then = afterChanges(situation, [change]);
    const title = `${ref}: ${said} on ${sayNear(on, situation.today)}`;
    return onIncident(ref, then, (dated) => accept(incidentCard(dated, then, title), [change]));
  });

const alreadyThere = (
  { ref, dates }: Incident,
  date: DateName,
  said: string,
  { today }: Situation,
): string | undefined => {
  const already = dates[date];
  return already
    ? `It is already recorded that ${said} on ${sayNear(already.on, today)}. If that is wrong: /incident correct ${ref} ${date}=DAY reason="…".`
    : undefined;
};
