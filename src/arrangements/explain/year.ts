import { cycleDays, yearAround } from '../../domain/annual-cycle.ts';
import type { Arrangement } from '../../domain/arrangement.ts';
import { plannedMeetings } from '../../domain/cadence.ts';
import { type Day, sayMonth, sayShort } from '../../domain/day.ts';
import { sayPost } from '../../domain/posts.ts';
import { capital } from '../../domain/words.ts';

interface Dated {
  readonly on: Day;
  readonly line: string;
}

/** The business year that a London day lies in, month by month: the meetings that are planned, and what is due. */
export const yearLines = (arrangement: Arrangement, today: Day): readonly string[] => {
  const { from, until } = yearAround(arrangement, today);
  const all = [...meetingsIn(arrangement, from, until), ...dueIn(arrangement, from, until)];
  const months = Map.groupBy(
    all.toSorted((a, b) => a.on.localeCompare(b.on)),
    ({ on }) => sayMonth(on),
  );
  return [...months].flatMap(([month, lines]) => [month, ...lines.map(({ line }) => `  ${line}`)]);
};

const meetingsIn = (arrangement: Arrangement, from: Day, until: Day): readonly Dated[] =>
  arrangement.bodies.flatMap(({ name, cadence }) =>
    cadence
      ? plannedMeetings(cadence, from, until, arrangement).map((on) => ({
          on,
          line: `${sayShort(on)}: ${capital(name)} meets`,
        }))
      : [],
  );

const dueIn = (arrangement: Arrangement, from: Day, until: Day): readonly Dated[] =>
  cycleDays(arrangement, from, until).map(({ line, area, due }) => {
    const { what, owner, body, source } = line;
    const where = area ? `, for ${area.name}` : '';
    const at = arrangement.bodies.find(({ id }) => id === body)?.name;
    return {
      on: due,
      line: `By ${sayShort(due)}: ${what}${where}${at ? `, at ${at}` : ''}. ${capital(sayPost(arrangement, owner))} has it (${source})`,
    };
  });
