import { z } from 'zod';

/** S0 11.2: "the commissioning of the review, independent author/s, legal advice, media work". */
export const COST_LINES = ['review', 'author', 'legal', 'media'] as const;
export const CostLine = z
  .object({ what: z.enum(COST_LINES), pence: z.number().int().min(0) })
  .readonly();

export type CostLine = z.infer<typeof CostLine>;

/** A partner's part: a weight against the others', in hundredths of a per cent where it was given as one. */
export const Share = z.object({ agency: z.string(), points: z.number().int().min(0) }).readonly();
export type Share = z.infer<typeof Share>;

/** 100 per cent. */
export const WHOLE = 10_000;

export const sumOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0);

/** A whole split by weight to the last unit: what rounding leaves goes to the largest remainders, the first first. */
export const split = (whole: number, weights: readonly number[]): readonly number[] => {
  const all = sumOf(weights);
  if (all === 0) return weights.map(() => 0);
  const floors = weights.map((weight) => Math.floor((whole * weight) / all));
  const byRemainder = weights
    .map((weight, at) => ({ at, rest: (whole * weight) % all }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at);
  const lucky = new Set(byRemainder.slice(0, whole - sumOf(floors)).map(({ at }) => at));
  return floors.map((floor, at) => floor + (lucky.has(at) ? 1 : 0));
};

/** Equal to the penny: one weight for each, since a third is no number of hundredths. */
export const equalShares = (agencies: readonly string[]): readonly Share[] =>
  agencies.map((agency) => ({ agency, points: 1 }));

interface Part {
  readonly agency: string;
  readonly pence: number;
  /** For display: they add up to exactly 100 per cent. */
  readonly points: number;
}

/** What each partner pays of a total. */
export const partsOf = (total: number, shares: readonly Share[]): readonly Part[] => {
  const weights = shares.map(({ points }) => points);
  const pence = split(total, weights);
  const points = split(WHOLE, weights);
  return shares.map(({ agency }, at) => ({
    agency,
    pence: pence[at] ?? 0,
    points: points[at] ?? 0,
  }));
};

/** "£1,333.34" */
export const sayPounds = (pence: number): string => {
  const pounds = String(Math.floor(pence / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `£${pounds}.${String(pence % 100).padStart(2, '0')}`;
};

/** "33.34 %", "50 %" */
export const sayShare = (points: number): string => `${points / 100} %`;
