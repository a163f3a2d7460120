import { leadOf } from '../../domain/agencies.ts';
import { hasAreas } from '../../domain/areas.ts';
import type { Arrangement } from '../../domain/arrangement.ts';
import type { Area } from '../../domain/constitution.ts';
import { addressed, MANAGER } from '../../domain/posts.ts';
import { listed } from '../../domain/words.ts';

/** Each area; where there are several, who notifies for it and whom its cases escalate to. */
export const areaLines = (arrangement: Arrangement): readonly string[] =>
  arrangement.areas.map((area) =>
    hasAreas(arrangement) ? `${area.name} (${area.id})${sayWho(area, arrangement)}` : area.name,
  );

const sayWho = ({ id, notifier }: Area, arrangement: Arrangement): string => {
  const partners = addressed(arrangement, { owner: MANAGER, area: id }, ['statutory-partners']);
  const names = arrangement.agencies
    .filter((agency) => partners.includes(leadOf(agency.id)))
    .map(({ name }) => name);
  const post = notifier ?? 'notifier';
  return `; notified by ${post}; safeguarding partners of its cases: ${listed(names)}`;
};
