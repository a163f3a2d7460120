/** How many are offered to whoever has mistyped one. */
const FEW = 3;

/** Those most like what was typed, by the three letters in a row that they share; none where nothing is alike. */
export const nearest = (typed: string, known: readonly string[]): readonly string[] => {
  const wanted = threes(typed);
  return known
    .map((one) => ({ one, alike: likeness(wanted, threes(one)) }))
    .filter(({ alike }) => alike > 0.3)
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, FEW)
    .map(({ one }) => one);
};

const threes = (text: string): ReadonlySet<string> => {
  const padded = ` ${text.toLowerCase()} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
};

/** Of all that either has, how much both have: 0 to 1. */
const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  a.intersection(b).size / a.union(b).size;
