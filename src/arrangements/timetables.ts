import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { PostId } from '../domain/item.ts';
import { MANAGER } from '../domain/posts.ts';
import type { Timetable } from '../domain/timetable.ts';
import { TimetableFile } from './timetable-file.ts';

const HERE = join(import.meta.dirname, 'timetables');

/** The timetables that ship (review-timetables.md). */
export const shippedTimetables: readonly TimetableFile[] = readdirSync(HERE)
  .toSorted()
  .map((file) => TimetableFile.parse(parse(readFileSync(join(HERE, file), 'utf8'))));

/**
 * Groups that a step may name: the work is theirs, and the business unit sees that it is done, since
 * it is the business unit that runs a rapid review (deadlines.md D10).
 */
const GROUPS: Readonly<Record<string, string>> = {
  agencies: 'the agencies',
  panel: 'the panel',
  partners: 'the safeguarding partners',
};

export const isOwner = (owner: string, posts: ReadonlySet<string>): boolean =>
  owner === 'business-unit' || owner in GROUPS || posts.has(owner);

export const timetableOf = (file: TimetableFile): Timetable => ({
  ...file,
  steps: file.steps.map(({ owner, ...step }) => ({
    ...step,
    owner: owner === 'business-unit' || owner in GROUPS ? MANAGER : (owner as PostId),
    by: GROUPS[owner],
  })),
});
