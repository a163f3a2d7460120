import { describe, expect, it } from 'vitest';
import { asText } from '../../src/app/message.ts';
import { inForce } from '../../src/domain/in-force.ts';
import { holderOf } from '../../src/domain/posts.ts';
import { openHouse, textOf, whom } from '../support/house.ts';
import { asking, merton } from '../support/ledger.ts';
import { NEXT } from '../support/next.ts';

const AWAY = '2026-03-30 09:00 @police-lead /roster away from=2026-04-07 to=2026-04-21';

const holderAfter = (lines: readonly string[], post: string, day: string): string | undefined =>
  holderOf(inForce(asking(lines.join('\n')).ledger, merton, day as never), post as never)?.id;

describe('what falls to a post goes to', () => {
  it.each([
    ['its holder, before an absence', [AWAY], '2026-04-06', 'police-lead'],
    ['its deputy, on the first day', [AWAY], '2026-04-07', 'police-deputy'],
    ['its deputy, on the last day', [AWAY], '2026-04-21', 'police-deputy'],
    ['its holder, after it', [AWAY], '2026-04-22', 'police-lead'],
    [
      'its holder, who is back early',
      [AWAY, '2026-04-09 09:00 @police-lead /roster back'],
      '2026-04-10',
      'police-lead',
    ],
    [
      'its deputy again, in an absence that was still to come',
      [
        AWAY,
        '2026-03-30 09:01 @police-lead /roster away from=2026-05-05 to=2026-05-08',
        '2026-04-09 09:00 @police-lead /roster back',
      ],
      '2026-05-05',
      'police-deputy',
    ],
    [
      'its holder, where what was to come is off',
      [AWAY, '2026-03-31 09:00 @police-lead /roster back'],
      '2026-04-10',
      'police-lead',
    ],
    ['whoever covers', [`${AWAY} cover=health-lead`], '2026-04-10', 'health-lead'],
    [
      'the deputy, where whoever covers is away too',
      [
        `${AWAY} cover=health-lead`,
        '2026-03-30 09:01 @health-lead /roster away from=2026-04-01 to=2026-04-30',
      ],
      '2026-04-10',
      'police-deputy',
    ],
    [
      'nobody, where the deputy is away too',
      [
        AWAY,
        '2026-03-30 09:01 @police-deputy /roster away from=2026-04-01 to=2026-04-30 cover=health-deputy',
      ],
      '2026-04-10',
      undefined,
    ],
    [
      'another deputy',
      ['2026-03-30 08:00 @manager /roster deputy police-lead council-lead', AWAY],
      '2026-04-10',
      'council-lead',
    ],
    [
      'whoever was appointed',
      [AWAY, '2026-04-08 09:00 @manager /roster appoint police-lead to=jo new=yes'],
      '2026-04-10',
      'jo',
    ],
    [
      'nobody, where its holder has left',
      ['2026-03-30 09:00 @manager /roster leave police-lead'],
      '2026-04-10',
      undefined,
    ],
  ] as const)('%s', (_, lines, day, who) =>
    expect(holderAfter(lines, 'police-lead', day)).toBe(who),
  );

  it('the same arrangement while nothing has changed, so that it costs nothing', () => {
    const { ledger } = asking(AWAY);
    const before = inForce(ledger, merton, '2026-04-01' as never);
    expect(inForce(ledger, merton, '2026-04-02' as never)).toBe(before);
    expect(inForce(ledger, before, '2026-04-03' as never)).toBe(before);
    expect(
      inForce(asking('2026-03-30 09:00 @manager /due').ledger, merton, '2026-04-01' as never),
    ).toBe(merton);
    expect(inForce(ledger, before, '2026-04-07' as never)).not.toBe(before);
  });
});

describe('a stand-in', () => {
  const lines = [
    '2026-03-30 09:00 @manager /action add what=x owner=police-lead due=2026-04-20 source=audit group=qapr',
    '2026-03-30 09:01 @manager /roster cover qapr-chair by=support-chair from=2026-04-07 to=2026-04-21',
  ];
  const show = (who: string, at: string) =>
    asking([...lines, `${at} @${who} /action show AC-2026-1`].join('\n')).decision.is;

  it('sees what the post sees while they stand in, and no longer', () => {
    expect(show('support-chair', '2026-04-06 09:00')).toBe('refused');
  });

  it('is told for whom and until when', async () => {
    const house = openHouse({ at: '2026-03-30 09:00' });
    await house.ask('manager', lines[0]?.slice(26) ?? '');
    await house.ask('police-lead', '/roster away from=2026-04-07 to=2026-04-21');
    await house.tick('2026-04-13 09:00');
    expect(whom(house)).toContain('police-deputy');
    expect(house.sent.map(({ message }) => asText(message)).join()).toContain(
      'You have this for the police lead, who is away until Tue 21 Apr.',
    );
  });
});

describe('a post with nobody in it', () => {
  it('is told to the business unit at once, once, and is over when somebody is there', async () => {
    const house = openHouse({ at: '2026-03-30 09:00' });
    await house.ask('manager', '/roster leave police-lead');
    await house.deliver();
    await house.deliver();
    expect(whom(house)).toEqual(['manager', 'administrator']);
    expect(asText(house.sent[0]?.message as never)).toContain(
      'Nobody is in the post of the police lead',
    );
    await house.ask('manager', '/roster appoint police-lead to=police-deputy');
    await house.deliver();
    expect((await house.store.read()).troubles.isEmpty()).toBe(true);
    expect(house.sent).toHaveLength(2);
  });

  it('because of an absence is told on the morning it begins', async () => {
    const house = openHouse({ at: '2026-03-30 09:00' });
    await house.ask('qapr-chair', '/roster away from=2026-04-07 to=2026-04-21');
    await house.tick('2026-04-02 09:00');
    expect(house.sent).toEqual([]);
    await house.tick('2026-04-07 09:00');
    expect(whom(house)).toEqual(['manager', 'administrator']);
    expect(asText(house.sent[0]?.message as never)).toContain('is away, and nobody has what falls');
  });
});

describe('somebody who has left the roster', () => {
  it('is a stranger, and learns nothing else', async () => {
    const house = openHouse({ at: '2026-03-30 09:00' });
    await house.ask('manager', '/roster leave probation-lead');
    expect(textOf(await house.ask('probation-lead', '/due'))).toMatch(
      /not on this partnership's roster/,
    );
  });
});

describe('the roster is not changed', () => {
  it.each([
    [
      'probation-lead',
      '/roster away from=2026-04-07 to=2026-04-08 cover=adults-lead',
      'accepted',
      'goes to @adults-lead',
    ],
    [
      'police-lead',
      '/roster away from=2026-04-07 to=2026-04-08 cover=probation-lead',
      'refused',
      'may see what the probation lead may not',
    ],
    [
      'police-lead',
      '/roster away from=2026-04-07 to=2026-04-08 post=chair',
      'refused',
      'not yours',
    ],
    [
      'police-lead',
      '/roster away from=2026-04-08 to=2026-04-07',
      'refused',
      'over before it begins',
    ],
    ['police-lead', '/roster back chair', 'refused', 'not yours'],
    ['police-lead', '/roster back', 'refused', 'Nobody is away'],
    ['manager', '/roster cover chair by=chair', 'refused', 'covers itself'],
    ['manager', '/roster deputy chair chair', 'refused', 'deputises for itself'],
    [
      'manager',
      '/roster route chair first=email next=email',
      'refused',
      'By e-mail is named twice',
    ],
    ['manager', '/roster appoint chair to=chair', 'refused', 'already'],
    ['manager', '/roster appoint chair to="jo smith"', 'refused', 'small letters'],
    ['manager', '/roster appoint chair to=polise-lead', 'refused', 'perhaps @police-lead'],
    ['manager', '/roster appoint chair to=zz', 'refused', 'roster is called that. If they are new'],
  ])('by %s: %s', (who, typed, is, said) => {
    const { decision } = asking(`2026-03-30 09:00 @${who} ${typed}`);
    expect(decision.is).toBe(is);
    expect(asText(decision.message)).toContain(said);
    if (is === 'refused') expect(asText(decision.message)).toMatch(NEXT);
  });

  it('says from which day nobody covers, since whoever does is away', () => {
    const { decision } = asking(
      [
        '2026-03-30 09:00 @council-lead /roster away from=2026-04-13 to=2026-04-15',
        '2026-03-30 09:01 @manager /roster away from=2026-04-07 to=2026-04-21 cover=council-lead post=police-lead',
      ].join('\n'),
    );
    expect(asText(decision.message).split('\n').slice(1)).toEqual([
      'What falls to the police lead goes to @council-lead.',
      'From Mon 13 Apr on: what falls to the police lead goes to @police-deputy.',
      'From Thu 16 Apr on: what falls to the police lead goes to @council-lead.',
    ]);
  });

  it('by an undo: the opposite command is given', () => {
    const { decision } = asking(`${AWAY}\n2026-03-30 09:01 @police-lead /undo`);
    expect(asText(decision.message)).toContain('not taken back with /undo');
  });
});

describe('how whoever holds a post is reached', () => {
  const ROUTED = '2026-03-30 09:00 @manager /roster route police-lead first=email next=teams';
  const personAfter = (lines: readonly string[], who: string, day = '2026-04-10') =>
    inForce(asking(lines.join('\n')).ledger, merton, day as never).people.get(who as never);

  it('is what the business unit says, then the rest', () => {
    expect(textOf(asking(ROUTED).decision)).toContain(
      'The police lead is told by e-mail first, then in Teams, then in Slack',
    );
    expect(personAfter([ROUTED], 'police-lead')?.routes).toEqual(['email', 'teams', 'slack']);
    expect(personAfter([ROUTED], 'health-lead')?.routes).toBeUndefined();
  });

  it('goes with the post: whoever stands in keeps an order of their own', () => {
    const away = [ROUTED, AWAY];
    expect(personAfter(away, 'police-deputy')?.posts).toContain('police-lead');
    expect(personAfter(away, 'police-deputy')?.routes).toBeUndefined();
    const new_ = [
      ROUTED,
      '2026-03-30 09:01 @manager /roster appoint police-lead to=commander new=yes',
    ];
    expect(personAfter(new_, 'commander')?.routes).toEqual(['email', 'teams', 'slack']);
  });

  it('stands in the roster', () => {
    const { decision } = asking(`${ROUTED}\n2026-03-30 09:01 @manager /roster show police-lead`);
    expect(textOf(decision)).toContain('@police-lead, deputy police-deputy, by e-mail first');
  });
});
