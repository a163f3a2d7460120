import { describe, expect, it } from 'vitest';
import { HOST_CASES as CASES, slackBeside } from '../support/slack-beside.ts';
import { aClock, teamsStage } from '../support/teams-stage.ts';

const IN_SLACK = ['manager', 'notifier'];

/** The council's people in Slack, its partners in Teams, one Heed between them. */
const together = async (inCases: readonly string[] = IN_SLACK) => {
  const clock = aClock('2026-03-30 09:00');
  const slack = await slackBeside(clock, IN_SLACK, inCases);
  const stage = await teamsStage({
    now: clock,
    without: IN_SLACK,
    cases: false,
    slack: slack.choice,
  });
  return { ...stage, slack: slack.who, close: slack.close };
};

const log = async (both: Awaited<ReturnType<typeof together>>): Promise<void> => {
  await both.engine().heed.ask({
    actor: 'manager',
    via: 'slack',
    asking: { typed: '/incident log harm=died abuse=suspected aware=2026-03-30' },
  });
  await both.quiet();
};

describe('Slack and Teams at once, over one store', () => {
  it('a partner answers in Teams, and the card in Slack changes', async () => {
    const both = await together(['manager']);
    await both.engine().heed.ask({
      actor: 'manager',
      via: 'slack',
      asking: {
        typed:
          '/request new what="Attendance at meetings" kind=data to=police,health due=2026-05-01',
      },
    });
    await both.tick('2026-03-30 09:15');
    const card = () => both.slack('manager').history(CASES)[0]?.text ?? '';
    expect(card()).toContain('Basic Command Unit: sent');
    const police = both.who('police-lead');
    const asked = police.sees().find(({ text }) => text.includes('IR-2026-1'));
    expect(asked).toBeDefined();
    await police.types('request answer IR-2026-1 answer=provided');
    await both.quiet();
    expect(card()).toContain('Basic Command Unit: answered');
    expect(both.slack('manager').history(CASES).at(-1)?.text).toContain('in Teams');
    await both.close();
  });

  it('each is told where they are, and escalation crosses from one to the other', async () => {
    const both = await together();
    await log(both);
    await both.passTo('2026-04-10 09:00');
    const { dm } = both.slack('notifier');
    expect(both.slack('notifier').history(dm).length).toBeGreaterThan(0);
    expect(both.who('police-lead').sees().at(-1)?.text).toContain('SI-2026-1');
    expect(both.bugs).toEqual([]);
    await both.close();
  });

  it('what is done in Slack is over in Teams', async () => {
    const both = await together();
    await log(both);
    await both.passTo('2026-04-10 09:00');
    for (const typed of [
      '/incident notified SI-2026-1 on=2026-04-08',
      '/incident told-partners SI-2026-1 on=2026-04-08',
    ])
      await both.engine().heed.ask({ actor: 'notifier', via: 'slack', asking: { typed } });
    await both.quiet();
    const [notice] = both.who('police-lead').sees();
    expect(notice?.text).toContain('Over: nothing more is wanted of you on this.');
    expect(notice?.edits).toBeGreaterThan(0);
    await both.close();
  });
});
