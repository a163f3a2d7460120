import {
  ADDRESSEES,
  type Addressee,
  type Arrangement,
  type Rung,
} from '../../domain/arrangement.ts';
import { sayWhen } from '../../domain/ladder.ts';
import { sayPost } from '../../domain/posts.ts';
import { listed } from '../../domain/words.ts';

/** Who is told of a duty when, for every duty and for those that have a ladder of their own. */
export const ladderLines = (arrangement: Arrangement): readonly string[] => {
  const { default: usual, ...others } = arrangement.ladders;
  return [['every duty', usual] as const, ...Object.entries(others)].flatMap(([name, rungs]) => [
    `${name}:`,
    ...rungs.map((rung) => `  ${sayWhen(rung)}: ${sayTo(rung, arrangement)}`),
  ]);
};

const SAID: Readonly<Record<(typeof ADDRESSEES)[number], string>> = {
  owner: 'whoever owes it',
  deputy: 'their deputy',
  manager: 'the manager',
  'sector-partner': 'the statutory partner of the sector',
  'statutory-partners': 'the leads of the statutory partners',
  chair: 'the chair',
  'body-chair': 'the chair of the body that follows it',
  executive: 'the member of the Executive for the agency',
};

const sayTo = ({ to }: Rung, arrangement: Arrangement): string =>
  listed(to.map((one) => (isNamed(one) ? SAID[one] : sayPost(arrangement, one))));

const isNamed = (to: Addressee): to is (typeof ADDRESSEES)[number] =>
  ADDRESSEES.some((one) => one === to);
