import { describe, expect, it } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { asText } from '../../src/app/message.ts';
import { rolesOf } from '../../src/domain/posts.ts';
import { CASE_ROLES, hasRole } from '../../src/domain/roles.ts';
import { asking, merton } from '../support/ledger.ts';

const LOG = '2026-03-30 09:00 @manager /incident log harm=died abuse=known secure-ref=LCS-20931';
const outsiders = [...merton.people.values()].filter(
  (person) => !hasRole(rolesOf(merton, person), CASE_ROLES),
);

/** Every way of asking, with the case's own reference wherever one may stand. */
const WAYS = catalogue.flatMap(({ name, fields }) => {
  const taken = Object.keys(fields.shape);
  const more = [
    taken.includes('on') ? 'on=today' : '',
    taken.includes('reason') ? 'reason="as said" abuse=suspected' : '',
  ].join(' ');
  return [`/${name}`, `/${name} SI-2026-1 ${more}`];
});

describe('a case, for those who may not see it', () => {
  it.each(WAYS)('%s gives nothing of it away', (typed) => {
    for (const { id } of outsiders) {
      const { decision, ledger } = asking(`${LOG}\n2026-04-09 10:00 @${id} ${typed}`);
      const shown = JSON.stringify([asText(decision.message), decision.message]);
      expect(
        shown.replaceAll('SI-2026-1', typed.includes('SI-2026-1') ? '' : 'SI-2026-1'),
      ).not.toMatch(/Child A|SI-2026-1|LCS-20931|notify-panel/);
      expect(ledger.records.size).toBe(1);
    }
  });

  it('is about every agency, every sub-group chair and the scrutineers', () => {
    expect(outsiders.length).toBeGreaterThan(30);
  });
});
