import { describe, expect, it } from 'vitest';
import { TEAM_CASES, type TeamsStage, teamsStage } from '../../support/teams-stage.ts';

const FILLED = { harm: 'died', abuse: 'suspected', aware: '2026-03-30' };

const records = async (stage: TeamsStage): Promise<readonly string[]> => [
  ...(await stage.engine().store.read()).records.keys(),
];

/** The form that the manager is shown for a command with nothing filled in. */
const inline = async () => {
  const stage = await teamsStage({ cases: false });
  const manager = stage.who('manager');
  await manager.types('incident log harm=died');
  await stage.quiet();
  const form = manager.sees().at(-1);
  if (!form) throw new Error('there is no form');
  const now = () => manager.sees().find(({ id }) => id === form.id);
  return { stage, manager, form, now };
};

describe("a form in one's own chat", () => {
  it('stands where it was asked for, with what was typed already', async () => {
    const { form } = await inline();
    expect(form.text.split('\n')[0]).toBe('Incident log');
    expect(form.asks).toEqual(expect.arrayContaining(['harm', 'abuse', 'aware']));
    expect(JSON.stringify(form.card)).toContain('"value":"died"');
    expect(form.buttons).toEqual(['Save']);
  });

  it('becomes its answer when it is saved', async () => {
    const { stage, manager, form, now } = await inline();
    await manager.saves(FILLED, form);
    await stage.quiet();
    expect(now()?.text).toContain('SI-2026-1');
    expect(now()?.asks).toEqual([]);
    expect(await records(stage)).toEqual(['SI-2026-1']);
  });

  it('is saved once, however often it is pressed', async () => {
    const { stage, manager, form } = await inline();
    await Promise.all([manager.saves(FILLED, form), manager.saves(FILLED, form)]);
    await stage.quiet();
    expect(await records(stage)).toEqual(['SI-2026-1']);
  });

  it('says what is wrong, keeps what was filled in, and no identifier', async () => {
    const { stage, manager, form, now } = await inline();
    const wrong = { ...FILLED, aware: '2027-01-01' };
    await manager.saves(wrong, form);
    expect(now()?.text).toContain('Not saved yet.');
    expect(JSON.stringify(now()?.card)).toContain('suspected');
    expect(await records(stage)).toEqual([]);
    const again = now();
    if (again) await manager.saves(FILLED, again);
    await stage.quiet();
    expect(await records(stage)).toEqual(['SI-2026-1']);
  });

  it('never hands back what the privacy gate refused', async () => {
    const stage = await teamsStage({ cases: false });
    const manager = stage.who('manager');
    await manager.types('incident log harm=died abuse=suspected aware=2026-03-30');
    await manager.types('incident correct SI-2026-1 aware=2026-03-31');
    await stage.quiet();
    const form = manager.sees().at(-1);
    if (!form) throw new Error('there is no form');
    await manager.saves({ reason: 'her number is 943 476 5919' }, form);
    const now = manager.sees().find(({ id }) => id === form.id);
    expect(now?.text).toContain('NHS number');
    expect(JSON.stringify(now?.card)).not.toContain('5919');
    expect(JSON.stringify(await Array.fromAsync(stage.engine().store.entries()))).not.toContain(
      '5919',
    );
  });
});

describe('a form in a window', () => {
  it('opens from the desk, says what is wrong, and then its answer', async () => {
    const stage = await teamsStage({ cases: false, opened: ['manager'] });
    const manager = stage.who('manager');
    const [desk] = manager.sees();
    if (!desk) throw new Error('there is no desk');
    await manager.presses('Log a serious incident', desk);
    expect(manager.window()?.text).toContain('Incident log');
    await manager.saves({ ...FILLED, aware: '2027-01-01' });
    expect(manager.window()?.text).toContain('Not saved yet.');
    await manager.saves(FILLED);
    expect(manager.window()?.text).toContain('SI-2026-1');
    expect(manager.window()?.asks).toEqual([]);
    await manager.presses('Why?', manager.window() ?? desk);
    expect(manager.window()?.text).toContain('5 WD from Mon 30 Mar 2026');
  });

  it('opens from a channel, for whoever presses', async () => {
    const stage = await teamsStage();
    const manager = stage.who('manager');
    await manager.types('incident log harm=died', TEAM_CASES);
    await stage.quiet();
    const asked = manager.sees(TEAM_CASES).at(-1);
    if (!asked) throw new Error('there is nothing to press');
    expect(asked.asks).toEqual([]);
    const notifier = stage.who('notifier');
    await notifier.presses('Fill in the form', asked);
    await notifier.saves(FILLED);
    await stage.quiet();
    const [entry] = (await Array.fromAsync(stage.engine().store.entries())).filter(
      ({ asked }) => asked === 'incident log',
    );
    expect(entry).toMatchObject({ by: 'notifier', via: 'teams' });
    expect(manager.window()).toBeUndefined();
  });
});

describe('a button in a channel', () => {
  /** SI-2026-1, with its card in the channel for cases. */
  const shown = async () => {
    const stage = await teamsStage();
    await stage.who('manager').types('incident log harm=died abuse=suspected aware=2026-03-30');
    await stage.quiet();
    const cardFor = (who: string) =>
      stage
        .who(who)
        .sees(TEAM_CASES)
        .find(({ summary }) => summary.startsWith('SI-2026-1'));
    const card = cardFor('notifier');
    if (!card) throw new Error('there is no card');
    return { stage, card, cardFor };
  };

  it('changes the card for whoever pressed it alone', async () => {
    const { stage, card, cardFor } = await shown();
    const before = cardFor('manager')?.text;
    await stage.who('notifier').presses('Why?', card);
    expect(cardFor('notifier')?.text).toContain('5 WD from Mon 30 Mar 2026');
    expect(cardFor('manager')?.text).toBe(before);
  });

  it('that changes something changes the card for all, and is answered in the own chat', async () => {
    const { stage, card, cardFor } = await shown();
    const notifier = stage.who('notifier');
    await notifier.presses(card.buttons[0] ?? '', card);
    await stage.quiet();
    expect(cardFor('manager')?.text).not.toBe(card.text);
    expect(notifier.sees().at(-1)?.text).toContain('SI-2026-1');
  });
});
