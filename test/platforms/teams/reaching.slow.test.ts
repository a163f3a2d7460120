import { describe, expect, it } from 'vitest';
import type { Call, Fault } from '../../support/teams/faults.ts';
import { type TeamsStage, teamsStage } from '../../support/teams-stage.ts';

const LOG = 'incident log harm=died abuse=suspected aware=2026-03-30';
const FIRST = '2026-04-02 09:00';

/** SI-2026-1 is logged; the notifier is to be reminded at 09:00 on Thu 2 Apr. */
const logged = async (given: Parameters<typeof teamsStage>[0] = {}): Promise<TeamsStage> => {
  const stage = await teamsStage({ cases: false, ...given });
  await stage.who('manager').types(LOG);
  await stage.quiet();
  return stage;
};

const troubles = async (stage: TeamsStage): Promise<readonly string[]> =>
  [...(await stage.engine().store.read()).troubles.values()].map(({ sentence }) => sentence);

const count = (stage: TeamsStage, method: Call['method']): number =>
  stage.teams.calls.filter((call) => call.method === method).length;

const toldOnce = (stage: TeamsStage, who: string): void =>
  expect(
    stage
      .who(who)
      .sees()
      .map(({ text }) => text.split('\n')[0]),
  ).toEqual([expect.stringContaining('SI-2026-1: ')]);

describe('a notice to somebody', () => {
  it('goes to their own chat, which is opened where they have not written yet', async () => {
    const stage = await logged();
    await stage.passTo(FIRST);
    toldOnce(stage, 'notifier');
    expect(stage.who('notifier').sees()[0]?.summary).toMatch(/^SI-2026-1: /);
  });

  it('goes to the chat that they opened, also after Heed was started again', async () => {
    const stage = await logged({ opened: ['notifier'] });
    await stage.restart('2026-04-01 12:00');
    await stage.passTo(FIRST);
    expect(stage.who('notifier').sees()).toHaveLength(2);
    expect(
      stage.teams.calls.filter(({ conversation }) => conversation === 'a:notifier'),
    ).not.toEqual([]);
    expect(count(stage, 'open')).toBe(0);
  });

  it.each(['not-installed', 'blocked', 'gone'] as const)(
    'that cannot reach them (%s) is undeliverable, and the business unit is told',
    async (state) => {
      const stage = await logged({ opened: ['notifier'] });
      stage.who('notifier').person.state = state;
      await stage.passTo('2026-04-02 09:10');
      expect(stage.who('manager').sees().at(-1)?.text).toContain(
        'The notifier could not be told of SI-2026-1',
      );
      expect((await stage.engine().store.read()).outbox.isEmpty()).toBe(true);
      expect(stage.bugs).toEqual([]);
    },
  );

  it('goes to their next account, where the first does not reach them', async () => {
    const stage = await logged({ twice: ['notifier'] });
    stage.who('notifier').person.state = 'blocked';
    await stage.passTo(FIRST);
    toldOnce(stage, 'notifier-2');
    expect(stage.who('manager').sees().at(-1)?.text).not.toContain('could not be told');
  });

  it('whom Teams does not know any more goes by a new chat, if there is one', async () => {
    const stage = await logged({ opened: ['notifier'] });
    let isFirst = true;
    stage.teams.faults.during(({ method, conversation }): Fault | undefined => {
      if (method !== 'send' || conversation !== 'a:notifier' || !isFirst) return undefined;
      isFirst = false;
      return { is: 'status', status: 404, code: 'ConversationNotFound' };
    });
    await stage.passTo(FIRST);
    expect(stage.who('notifier').sees()).toHaveLength(2);
    expect(await troubles(stage)).toEqual([]);
  });

  it('waits while Heed is not let in, and goes out when that is mended', async () => {
    const stage = await logged();
    const stop = stage.teams.faults.during(({ method }) =>
      method === 'keys' ? undefined : { is: 'status', status: 401, code: 'invalid_client' },
    );
    await stage.tick(FIRST);
    await stage.tick('2026-04-02 09:01');
    expect(await troubles(stage)).toEqual([
      expect.stringContaining('Microsoft does not let Heed into Teams'),
    ]);
    stop();
    await stage.tick('2026-04-02 09:02');
    await stage.tick('2026-04-02 09:03');
    toldOnce(stage, 'notifier');
    expect(await troubles(stage)).toEqual([]);
  });
});

const minutes = (hour: number, count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, at) =>
      `2026-04-02 ${String(hour + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
  );

const hour = async (stage: TeamsStage): Promise<void> => {
  for (const minute of minutes(9, 60)) await stage.tick(minute);
};
const back = async (stage: TeamsStage): Promise<void> => {
  for (const minute of minutes(10, 20)) await stage.tick(minute);
};

const sends = ({ method }: Call): boolean => method === 'send' || method === 'open';

describe('an hour in which Teams is away, and every notice is delivered once it is back', () => {
  it.each<readonly [string, Fault]>([
    ['answering 429', { is: 'status', status: 429, retryAfter: 30 }],
    ['answering 429 without a time', { is: 'status', status: 429 }],
    ['answering 412', { is: 'status', status: 412 }],
    ['answering 503', { is: 'status', status: 503 }],
    ['answering 500', { is: 'status', status: 500 }],
    ['answering 502', { is: 'status', status: 502 }],
    ['answering 504', { is: 'status', status: 504 }],
    ['breaking connections', { is: 'reset' }],
  ])('%s: once', async (_, fault) => {
    const stage = await logged();
    const stop = stage.teams.faults.during((call) => (sends(call) ? fault : undefined));
    await hour(stage);
    stop();
    await back(stage);
    toldOnce(stage, 'notifier');
    expect((await stage.engine().store.read()).outbox.isEmpty()).toBe(true);
    expect(stage.bugs).toEqual([]);
  });

  it("not answering at all: once, and it is not asked with everybody's messages", async () => {
    const stage = await logged();
    await stage.teams.faults.down(true);
    await hour(stage);
    await stage.teams.faults.down(false);
    await back(stage);
    toldOnce(stage, 'notifier');
  });

  it('taking messages and breaking off: twice only where it was ambiguous, and each is counted', async () => {
    const stage = await logged({ opened: ['notifier'] });
    const before = stage.who('notifier').sees().length;
    const stop = stage.teams.faults.during((call) =>
      call.method === 'send' ? { is: 'accepted-then-reset' } : undefined,
    );
    await hour(stage);
    stop();
    await back(stage);
    const extra = stage.who('notifier').sees().length - before - 1;
    const { sentAgain, outbox } = await stage.engine().store.read();
    expect(extra).toBe(sentAgain);
    expect(extra).toBeGreaterThan(0);
    expect(extra).toBeLessThanOrEqual(7);
    expect(outbox.isEmpty()).toBe(true);
  });

  it('posts nothing again by itself: what was unclear is asked once', async () => {
    const stage = await logged({ opened: ['notifier'] });
    const before = count(stage, 'send');
    stage.teams.faults.during((call) =>
      call.method === 'send' ? { is: 'status', status: 500 } : undefined,
    );
    await stage.tick(FIRST);
    expect(count(stage, 'send') - before).toBe(1);
  });

  it('keeps what Teams said to wait', async () => {
    const stage = await logged({ opened: ['notifier'] });
    const stop = stage.teams.faults.during((call) =>
      call.method === 'send' ? { is: 'status', status: 429, retryAfter: 150 } : undefined,
    );
    await stage.tick(FIRST);
    const asked = count(stage, 'send');
    await stage.tick('2026-04-02 09:01');
    await stage.tick('2026-04-02 09:02');
    expect(count(stage, 'send')).toBe(asked);
    stop();
    await stage.tick('2026-04-02 09:04');
    expect(count(stage, 'send')).toBe(asked + 1);
  });
});

describe('the limits of Teams', () => {
  it('are kept, so that it never has to say so', async () => {
    const stage = await teamsStage({ cases: false });
    const manager = stage.who('manager');
    for (let n = 0; n < 30; n += 1) await manager.types('due');
    await stage.quiet();
    expect(manager.sees()).toHaveLength(30);
    expect(stage.teams.calls.filter(({ answered }) => answered === 429)).toEqual([]);
  });
});
