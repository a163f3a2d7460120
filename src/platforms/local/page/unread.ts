/** Messages that came while one was somebody or somewhere else, counted since the page was opened. */
const counts = new Map<string, number>();

export const unread = {
  add: (who: string): void => void counts.set(who, (counts.get(who) ?? 0) + 1),
  read: (who: string): void => void counts.delete(who),
  of: (who: string): number => counts.get(who) ?? 0,
  others: (me: string): readonly (readonly [string, number])[] =>
    [...counts].filter(([who]) => who !== me).sort(),
};
