import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { readArrangement } from '../../src/arrangements/read.ts';
import type { PostId } from '../../src/domain/item.ts';
import { addressed, MANAGER } from '../../src/domain/posts.ts';
import { littleYaml } from '../support/given.ts';
import { asking, drawn, incidentIn, merton } from '../support/ledger.ts';

const derby = loadArrangement('derby-like');
const boroughs = loadArrangement('three-boroughs-like');
const LOG = '2026-03-30 09:00 @manager /incident log harm=died abuse=known';
const text = ({ decision }: ReturnType<typeof asking>): string => asText(decision.message);
const owners = (asked: ReturnType<typeof asking>, arrangement = derby) => [
  ...new Set(drawn(asked, 'SI-2026-1', arrangement).map(({ owner }) => owner)),
];

describe('an incident of one of several areas', () => {
  it('is not logged without it', () => {
    expect(text(asking(LOG, derby))).toContain('/incident log still needs area=city|county.');
    expect(asking(LOG, derby).ledger.records.size).toBe(0);
  });

  it('marks the question as needed in the form', () => {
    const { decision } = asking(LOG, derby);
    const form = decision.is === 'refused' ? decision.form : undefined;
    expect(form?.fields.find(({ name }) => name === 'area')).toMatchObject({
      required: true,
      choices: [
        { value: 'city', label: 'The city' },
        { value: 'county', label: 'The county' },
      ],
    });
  });

  it.each([
    [derby, 'city', 'notifier-city'],
    [derby, 'county', 'notifier-county'],
    [boroughs, 'third', 'notifier-third'],
  ])('is its own notifier’s: %#', (arrangement, area, owner) => {
    expect(owners(asking(`${LOG} area=${area}`, arrangement), arrangement)).toEqual([owner]);
  });

  it('is the notifier’s of all where its area has none', () => {
    const areas = derby.areas.map(({ id, name }) => ({ id, name }));
    const plain = { ...derby, areas };
    expect(owners(asking(`${LOG} area=city`, plain), plain)).toEqual(['notifier']);
  });

  it('shows its area, on the card and in the list', () => {
    expect(text(asking(`${LOG} area=city`, derby))).toContain('Area: The city');
    const both = `${LOG} area=city\n${LOG} area=county\n2026-03-30 10:00 @manager /incident list area=county`;
    expect(text(asking(both, derby))).toContain('SI-2026-2, Child B, the county: notify the Panel');
    expect(text(asking(both, derby))).not.toContain('SI-2026-1');
  });

  it('is corrected, and owed by the others from then', () => {
    const asked = asking(
      `${LOG} area=city\n2026-04-01 10:00 @manager /incident correct SI-2026-1 area=county reason="The address was wrong"`,
      derby,
    );
    expect(text(asked)).toContain('Area was the city, is the county');
    expect(owners(asked)).toEqual(['notifier-county']);
    expect(drawn(asked, 'SI-2026-1', derby)[0]?.since).toBe(asked.now);
    expect(incidentIn(asked.ledger, 'SI-2026-1').area).toBe('county');
  });
});

it('does not ask where there is one area', () => {
  const asked = asking(`${LOG} area=merton`);
  expect(text(asked)).toContain('area: the partnership has one area alone. Leave it out.');
  const form = asked.decision.is === 'refused' ? asked.decision.form : undefined;
  expect(form?.fields.map(({ name }) => name)).not.toContain('area');
  expect(incidentIn(asking(LOG).ledger, 'SI-2026-1')).not.toHaveProperty('area');
  const help = asking('2026-03-30 09:00 @manager /help incident log');
  expect(text(help)).not.toContain('area=');
});

it.each([
  ['city', ['council-lead', 'health-lead', 'police-lead']],
  ['county', ['county-council-lead', 'health-lead', 'police-lead']],
  [undefined, ['council-lead', 'county-council-lead', 'health-lead', 'police-lead']],
  ['gone', ['council-lead', 'county-council-lead', 'health-lead', 'police-lead']],
])('escalates to the partners of the area: %s', (area, posts) => {
  for (const to of ['statutory-partners', 'executive'] as const)
    expect(addressed(derby, { owner: 'notifier' as PostId, area }, [to])).toEqual(posts);
});

it('escalates as before where there are no areas', () => {
  expect(addressed(merton, { owner: MANAGER }, ['statutory-partners'])).toHaveLength(3);
});

it.each([
  [
    '{ id: a, name: A, notifier: N }, { id: b, name: B }',
    'areas[0].notifierDeputy: expected the deputy',
  ],
  [
    '{ id: a, name: A, notifierDeputy: N }, { id: b, name: B }',
    'areas[0].notifier: expected the notifier',
  ],
  [
    '{ id: a, name: A, notifier: N, notifierDeputy: D }',
    'areas[0].notifier: expected none where there is one',
  ],
  [
    '{ id: deputy, name: A, notifier: N, notifierDeputy: D }, { id: b, name: B }',
    'areas[0].notifier: two posts would be called notifier-deputy. Give',
  ],
])('explains a mistake: %s', (areas, mistake) => {
  const read = readArrangement(littleYaml(`areas: [${areas}]`));
  expect('mistakes' in read && read.mistakes.join('\n')).toContain(mistake);
});
