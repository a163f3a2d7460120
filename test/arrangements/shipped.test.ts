import { describe, expect, it } from 'vitest';
import {
  BadArrangement,
  loadArrangement,
  shippedArrangements,
} from '../../src/arrangements/load.ts';
import type { Post } from '../../src/domain/arrangement.ts';
import { PersonId } from '../../src/domain/incident.ts';
import { PostId } from '../../src/domain/item.ts';
import { holderOf } from '../../src/domain/posts.ts';

/** Those that a seed has whole; the others show one practice each. */
const WHOLE = ['merton-2019', 'merton-2021', 'merton-2023', 'sutton-2019'];

it('ships Merton, Sutton, and one for each practice', () =>
  expect(shippedArrangements()).toEqual([
    'derby-like',
    'merton-2019',
    'merton-2021',
    'merton-2023',
    'north-lincolnshire-like',
    'rotherham-like',
    'staffordshire-like',
    'stockport-like',
    'sutton-2019',
    'three-boroughs-like',
    'warwickshire-like',
  ]));

describe.each(shippedArrangements())('%s', (name) => {
  const arrangement = loadArrangement(name);
  const posts = [...arrangement.posts.values()];
  const ofRole = (role: Post['role'], lead = true) =>
    posts.filter((post) => post.role === role && post.lead === lead);

  it('is called by its own name', () => expect(arrangement.name).toBe(name));

  it.each([
    ...['manager', 'administrator', 'notifier', 'chair', 'scrutineer'],
    ...['council', 'health', 'police'].flatMap((id) => [`${id}-lead`, `${id}-deputy`]),
  ])('has @%s on its roster, in a post of that name', (id) => {
    const { through } = arrangement.posts.get(PostId.parse(id)) ?? {};
    const person = arrangement.people.get(PersonId.parse(through ?? id));
    expect(person?.posts).toContain(id);
  });

  it('has somebody in every post', () => {
    for (const { id, through } of posts) expect(holderOf(arrangement, id)?.id).toBe(through ?? id);
  });

  it('has a deputy of its own for each safeguarding partner', () => {
    const leads = ofRole('statutory-partner');
    expect(leads.map(({ id }) => id)).toEqual(arrangement.statutory.map((id) => `${id}-lead`));
    const others = ofRole('statutory-partner', false).map(({ id }) => id);
    expect(others.filter((id) => !id.endsWith('-officer'))).toEqual(
      leads.map(({ deputy }) => deputy),
    );
  });

  it('has an agency, and a chair for each of several bodies', () => {
    if (WHOLE.includes(name)) {
      expect(ofRole('agency').length).toBeGreaterThan(5);
      expect(ofRole('group-chair').length).toBeGreaterThan(5);
    }
    for (const { id, deputy } of ofRole('agency')) {
      expect(id).toMatch(/-lead$/);
      if (deputy) expect(arrangement.posts.get(deputy)?.role).toBe('agency');
    }
    expect(ofRole('group-chair')).toHaveLength(arrangement.bodies.length);
    for (const { id } of ofRole('group-chair')) expect(id).toMatch(/-chair$/);
  });

  it('names posts and nobody in them', () => {
    for (const { title, called, standing } of posts) {
      expect(title).not.toMatch(/\b(?:Mrs?|Ms|Miss|Dr)\b/);
      expect(`${called}${standing}`).not.toMatch(/undefined|@/);
    }
  });

  it('sends in office hours, with a ladder that climbs', () => {
    expect(arrangement.sending).toEqual({ from: '09:00', until: '17:00' });
    expect(arrangement.ladders.default.map(({ at }) => at)).toEqual([-2, -1, 0, 1, 2]);
  });
});

describe('an arrangement that is not there', () => {
  it.each([
    [
      'bromley-2031',
      'There is no arrangement of that name. Those that ship: derby-like, merton-2019, ',
    ],
    ['../arrangements/merton-2023', 'There is no arrangement of that name.'],
    ['/nowhere/at-all.yaml', '/nowhere/at-all.yaml cannot be read. Check its path.'],
  ])('%s', (asked, said) => {
    expect(() => loadArrangement(asked)).toThrow(BadArrangement);
    expect(() => loadArrangement(asked)).toThrow(said);
  });
});
