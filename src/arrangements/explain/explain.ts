import { yearAround } from '../../domain/annual-cycle.ts';
import type { Arrangement } from '../../domain/arrangement.ts';
import { arrangementOn, nextChange } from '../../domain/arrangement-on.ts';
import { type Day, sayDay } from '../../domain/day.ts';
import { areaLines } from './areas.ts';
import { bodyLines } from './bodies.ts';
import { ladderLines } from './ladders.ts';
import { agencyLines, postLines } from './posts.ts';
import {
  channelLines,
  decisionLines,
  disputeLines,
  exclusionLines,
  keptLines,
  reviewLines,
} from './terms.ts';
import { yearLines } from './year.ts';

/**
 * PURE. An arrangement in plain words as it is on a London day: its posts, its bodies, its business year,
 * its ladders and its terms; with the day on which another takes its place.
 */
export const explain = (arrangement: Arrangement, today: Day): string => {
  const then = arrangementOn(arrangement, today);
  const { from, until } = yearAround(then, today);
  return [
    ...(then.banner ? [then.banner] : []),
    `${then.title} (${then.name}), on ${sayDay(today)}`,
    `Clocks of ${then.ruleSet}${then.adopted.map((clock) => `, and ${clock}`).join('')}.`,
    ...changeLine(arrangement, today),
    ...then.warnings,
    ...section('Areas', areaLines(then)),
    ...section('Partners and agencies', agencyLines(then)),
    ...section('Posts', postLines(then, today)),
    ...section('Different people', exclusionLines(then)),
    ...section('Bodies', bodyLines(then, today)),
    ...section(`The year from ${sayDay(from)} to ${sayDay(until)}`, yearLines(then, today)),
    ...section('Who is told when', ladderLines(then)),
    ...section('Decisions', decisionLines(then)),
    ...section('Disputes', disputeLines(then)),
    ...section('Reviews', reviewLines(then)),
    ...section('What is kept', keptLines(then)),
    ...section('Channels', channelLines(then)),
    '',
  ].join('\n');
};

const changeLine = (arrangement: Arrangement, today: Day): readonly string[] => {
  const from = nextChange(arrangement, today);
  if (!from) return [];
  const { title, name } = arrangementOn(arrangement, from);
  return [`From ${sayDay(from)} another holds: ${title} (${name}).`];
};

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
