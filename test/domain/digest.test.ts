import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestMessage } from '../../src/app/digest.ts';
import { asText } from '../../src/app/message.ts';
import { Action, type ActionEvent } from '../../src/domain/action.ts';
import { addDays, day, type Instant, londonDay, londonInstant } from '../../src/domain/day.ts';
import { digestOf } from '../../src/domain/digest.ts';
import { PersonId } from '../../src/domain/incident.ts';
import { PostId } from '../../src/domain/item.ts';
import { emptyLedger } from '../../src/domain/ledger.ts';
import { settingAt } from '../../src/domain/setting.ts';
import { slackPages } from '../../src/platforms/slack/render.ts';
import { checkMessage } from '../../src/platforms/slack/validate.ts';
import { adaptiveCard } from '../../src/platforms/teams/render.ts';
import { merton } from '../support/ledger.ts';

const by = PersonId.parse('manager');
const FIRST = day('2026-01-05');
const on = (days: number): Instant => londonInstant(addDays(FIRST, days), '10:00');

/** What happened to an action, day by day: the log that the numbers must agree with. */
type Happened =
  | { readonly is: 'given' | 'reopened'; readonly day: number }
  | { readonly is: 'done'; readonly day: number; readonly isShown: boolean };

const lifeOf = fc
  .tuple(
    fc.nat({ max: 90 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.boolean()), { maxLength: 5 }),
  )
  .map(([given, turns]): readonly Happened[] => {
    let at = given;
    return [
      { is: 'given', day: given },
      ...turns.map(([after, isShown], turn): Happened => {
        at += after;
        return turn % 2 === 0 ? { is: 'done', day: at, isShown } : { is: 'reopened', day: at };
      }),
    ];
  });

const actionOf = (life: readonly Happened[], at: number, due: number): Action => {
  const events = life.flatMap((one): readonly ActionEvent[] => {
    const signed = { at: on(one.day), by };
    if (one.is === 'done')
      return [
        {
          is: 'done',
          ...signed,
          on: londonDay(signed.at),
          ...(one.isShown ? { evidence: 'M4' } : {}),
        },
      ];
    return one.is === 'reopened' ? [{ is: 'reopened', ...signed, reason: 'not yet' }] : [];
  });
  const given = on(life[0]?.day ?? 0);
  return Action.parse({
    is: 'action',
    ref: `AC-2026-${at + 1}`,
    what: 'x',
    owner: at % 3 === 0 ? 'housing-lead' : 'police-lead',
    due: addDays(FIRST, due),
    group: 'qapr',
    given: { on: londonDay(given), at: given, by },
    events,
  });
};

/** Counted from the log alone, one happening after another. */
const recount = (lives: readonly (readonly Happened[])[], since: number, now: number) => {
  const upTo = (end: number) => lives.map((life) => life.filter((one) => one.day <= end));
  const openIn = (some: ReturnType<typeof upTo>): number =>
    some.filter((life) => life.length > 0 && life.at(-1)?.is !== 'done').length;
  const between = (is: Happened['is']): number =>
    lives.flat().filter((one) => one.is === is && since < one.day && one.day <= now).length;
  return {
    openThen: openIn(upTo(since)),
    opened: between('given'),
    closed: between('done'),
    reopened: between('reopened'),
    open: openIn(upTo(now)),
  };
};

const lives = fc.array(fc.tuple(lifeOf, fc.integer({ min: 20, max: 400 })), { maxLength: 60 });

it('agrees with the action log to the last number, and its own numbers with each other', () =>
  fc.assert(
    fc.property(
      lives,
      fc.nat({ max: 120 }),
      fc.integer({ min: 1, max: 60 }),
      (all, since, after) => {
        const now = since + after;
        // What is still to come has not been written down.
        const known = all
          .map(([life, due]) => [life.filter((one) => one.day <= now), due] as const)
          .filter(([life]) => life.length > 0);
        const actions = known.map(([life, due], at) => actionOf(life, at, due));
        const digest = digestOf(actions, {
          since: on(since),
          now: on(now),
          today: londonDay(on(now)),
          isHeld: (post) => post !== 'housing-lead',
        });
        const counted = recount(
          known.map(([life]) => life),
          since,
          now,
        );
        const { openThen, opened, closed, reopened, open } = digest;
        expect({
          openThen: openThen.length,
          opened: opened.length,
          closed: closed.length,
          reopened: reopened.length,
          open: open.length,
        }).toEqual(counted);
        expect(openThen.length + opened.length + reopened.length - closed.length).toBe(open.length);
        const today = londonDay(on(now));
        expect(digest.late).toEqual(open.filter(({ due }) => due < today));
        expect(digest.unowned).toEqual(open.filter(({ owner }) => owner === 'housing-lead'));
        const last = known.map(([life]) => life.at(-1));
        expect(digest.unevidenced).toHaveLength(
          last.filter((one) => one?.is === 'done' && !one.isShown).length,
        );
      },
    ),
    { numRuns: 300 },
  ));

const LONG =
  `${'to bring the findings of the audit to the sub-group with a plan that says who does what by when, '.repeat(5)}`.slice(
    0,
    500,
  );

describe.each([0, 1, 49, 51, 500])('a digest of %i actions', (count) => {
  const now = londonInstant(day('2026-06-01'), '09:00');
  const setting = settingAt(emptyLedger, merton, now);
  const actions = Array.from({ length: count }, (_, at) => ({
    ...actionOf([{ is: 'given', day: at % 140 }], at, 40 + (at % 200)),
    what: at % 2 ? LONG : `*Action* ${at} <&> [x](y)`,
    owner: PostId.parse('probation-lead'),
  }));
  const since = londonInstant(day('2026-05-01'), '09:00');
  const digest = digestOf(actions, { since, now, today: setting.today, isHeld: () => true });
  const pageOf = (page: number) =>
    digestMessage(digest, { title: 'Actions', body: 'qapr', page, fields: {} }, setting);
  const pages = [pageOf(1)];
  while (pages.at(-1)?.buttons.some(({ label }) => label === 'Next page'))
    pages.push(pageOf(pages.length + 1));

  it('is taken by Slack, page by page', () => {
    for (const page of pages.flatMap(slackPages)) expect(() => checkMessage(page)).not.toThrow();
  });

  it('is taken by Teams: no card has more than 28 KB', () => {
    for (const page of pages)
      expect(Buffer.byteLength(JSON.stringify(adaptiveCard(page)))).toBeLessThan(28_000);
  });

  it('has every action on some page, and loses none', () => {
    const all = pages.map(asText).join('\n');
    for (const { ref } of actions) expect(all).toContain(`- ${ref}, `);
    expect(pages[0]?.blocks[0]).toMatchObject({ type: 'facts' });
    expect(asText(pages[0] as never)).toContain(`Open now: ${count}`);
  });
});
