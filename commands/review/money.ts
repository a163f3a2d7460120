import type { Share } from '../../src/domain/reviews/costs.ts';

/** Pence from "4000", "£4,000.50"; nothing where it is no amount. */
export const readAmount = (typed: string): number | undefined => {
  const [, pounds, pence = ''] =
    /^£?(\d{1,7})(?:\.(\d{2}))?$/.exec(typed.replaceAll(',', '')) ?? [];
  return pounds === undefined ? undefined : Number(pounds) * 100 + Number(pence);
};

/** "council=50,health=33.33" as hundredths of a per cent; nothing where it cannot be read. */
export const readShares = (typed: string): readonly Share[] | undefined => {
  const parts = typed
    .split(',')
    .map((part) => /^([a-z][a-z0-9-]*)[=:](\d{1,3})(?:\.(\d{1,2}))?%?$/i.exec(part.trim()));
  const shares = parts.flatMap((part) =>
    part
      ? [
          {
            agency: (part[1] ?? '').toLowerCase(),
            points: Number(part[2]) * 100 + Number((part[3] ?? '').padEnd(2, '0')),
          },
        ]
      : [],
  );
  const isOnce = new Set(shares.map(({ agency }) => agency)).size === shares.length;
  return shares.length === parts.length && isOnce ? shares : undefined;
};
