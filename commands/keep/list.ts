import { z } from 'zod';
import { accept, defineCommand, type Situation } from '../../src/app/command.ts';
import { choice } from '../../src/app/field.ts';
import { paged } from '../../src/app/paged.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { londonDay, sayNear } from '../../src/domain/day.ts';
import { goesWith } from '../../src/domain/keeping/goes-with.ts';
import { holdOver } from '../../src/domain/keeping/hold.ts';
import { ended } from '../../src/domain/keeping/until.ts';
import { sayPerson } from '../../src/domain/posts.ts';
import { compareReferences, type Ref } from '../../src/domain/reference.ts';
import { counted } from '../../src/domain/words.ts';
import { page } from '../due/page.ts';
import { sayHold, sayOthers } from './words.ts';

const LISTS = ['ended', 'held', 'decided', 'purged'] as const;
type List = (typeof LISTS)[number];

export const keepList = defineCommand({
  name: 'keep list',
  summary:
    'List what has been kept as long as it has to be, what is held, what is to be purged, and what was.',
  allow: ['business-unit', 'chair'],
  fields: z.object({ which: choice('Which', LISTS, { fallback: 'ended', bare: true }), page }),
  decide: ({ which, page }, situation) => {
    const rows = ROWS[which](situation);
    return accept(
      paged({
        title: `${counted(rows.length, 'record')} ${TITLES[which]}`,
        empty: EMPTY[which],
        rows: rows.map(([ref, line]) => ({ line, about: [ref], duties: [] })),
        page,
        next: { command: 'keep list', fields: { which } },
      }),
    );
  },
});

const TITLES = {
  ended: 'kept as long as the arrangement says',
  held: 'under a legal hold',
  decided: 'to be purged',
  purged: 'purged',
} as const satisfies Record<List, string>;

const EMPTY = {
  ended:
    'Nothing has been kept as long as the arrangement says. What it sets no period for is kept for ever.',
  held: 'Nothing is under a legal hold. /keep hold puts a record under one.',
  decided: 'Nothing is to be purged. /keep list shows what has been kept long enough.',
  purged: 'Nothing has been purged.',
} as const satisfies Record<List, string>;

type Rows = readonly (readonly [Ref, string])[];

const endedRows = (situation: Situation): Rows => {
  const { ledger, today } = situation;
  return ended(situation).flatMap(({ of, on }) => {
    if (!visibleRecord(situation, of)) return [];
    const others = sayOthers(of, goesWith(ledger, of));
    const along = others ? `, with ${others}` : '';
    return [
      [of, `${of}${along}: had to be kept until ${sayNear(on, today)}${sayState(of, situation)}`],
    ];
  });
};

const sayState = (ref: Ref, { ledger }: Situation): string => {
  if (holdOver(ledger, ref)) return '; it is held, so it stays';
  return ledger.purges.has(ref) ? '; it is to be purged' : '';
};

const heldRows = (situation: Situation): Rows =>
  seen([...situation.ledger.holds.keys()], situation).map((ref) => {
    const hold = situation.ledger.holds.get(ref);
    return [ref, `${ref}: held ${hold ? sayHold(hold, situation) : ''}`];
  });

const decidedRows = (situation: Situation): Rows => {
  const { ledger, arrangement, today } = situation;
  return seen([...ledger.purges.keys()], situation).flatMap((ref) => {
    const decision = ledger.purges.get(ref);
    if (!decision) return [];
    const others = sayOthers(ref, decision.refs);
    const held = holdOver(ledger, ref) ? '; it is held, so it stays' : '';
    const who = `by ${sayPerson(arrangement, decision.by)} on ${sayNear(londonDay(decision.at), today)}`;
    return [[ref, `${ref}${others ? `, with ${others}` : ''}: decided ${who}${held}`]];
  });
};

const purgedRows = ({ ledger, today }: Situation): Rows =>
  [...ledger.purged]
    .toSorted(([a], [b]) => compareReferences(a, b))
    .map(([ref, { at, seq }]) => [
      ref,
      `${ref}: on ${sayNear(londonDay(at), today)}, by entry ${seq} of the log`,
    ]);

const seen = (refs: readonly Ref[], situation: Situation): readonly Ref[] =>
  refs.filter((ref) => visibleRecord(situation, ref)).toSorted(compareReferences);

const ROWS: Readonly<Record<List, (situation: Situation) => Rows>> = {
  ended: endedRows,
  held: heldRows,
  decided: decidedRows,
  purged: purgedRows,
};
