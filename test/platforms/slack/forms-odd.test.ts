import { describe, expect, it } from 'vitest';
import type { Member } from '../../support/slack/types.ts';
import { dmsOf, log } from '../../support/slack-sights.ts';
import { slackStage } from '../../support/slack-stage.ts';

const CHILDREN = 'How many children';
const WHY = 'Why is it withdrawn?';

/** The form that opens for what was typed. */
const formFor = async (typed: string): Promise<Member> => {
  const stage = await slackStage({ cases: false });
  const manager = stage.who('manager');
  await manager.types(typed);
  await manager.answer();
  expect(stage.bugs).toEqual([]);
  return manager;
};

describe('a number that is out of range', () => {
  const TYPED = '/incident log harm=died children=20';

  it('is no number that Slack takes: the form opens without it, and it is asked for again', async () => {
    const manager = await formFor(TYPED);
    expect(manager.modal?.title).toBe('Incident log');
    manager.fill('Abuse or neglect', 'Known');
    await manager.submit();
    expect((await manager.answer()).words).toContain(
      `${CHILDREN}: one notification carries at most 4 children.`,
    );
    manager.fill(CHILDREN, '4');
    await manager.submit();
    expect((await manager.answer()).words).toContain('Child A, Child B, Child C, Child D');
  });

  it('does not keep the second page shut', async () => {
    const manager = await formFor(TYPED);
    await manager.presses('More fields');
    await manager.answer();
    expect(manager.modal).toMatchObject({ depth: 2, close: 'Back' });
    expect(manager.modal?.labels).toContain(CHILDREN);
    expect(manager.modal?.values[CHILDREN]).not.toBe('20');
  });
});

describe('a text that is too long', () => {
  it.each([
    ['by one letter', 'x'.repeat(501)],
    ['by half of a sign', `${'x'.repeat(499)}😀`],
    ['by far', 'x'.repeat(4000)],
  ])('%s is not cut: the form opens without it, and it is asked for again', async (_, reason) => {
    const manager = await formFor(`/incident withdraw reason="${reason}"`);
    expect(manager.modal?.title).toBe('Incident withdraw');
    expect(manager.modal?.labels).toContain(WHY);
    expect(manager.modal?.values[WHY]).toBe('');
  });

  it('is said to be left out, with what to do, though more is missing', async () => {
    const manager = await formFor(`/action add what="${'x'.repeat(501)}"`);
    expect(JSON.stringify(manager.modal?.blocks)).toContain(
      'What is to be done: it has more than 500 characters, so it is left out. Write it again, shorter.',
    );
  });

  it('that just fits is in it', async () => {
    const manager = await formFor(`/incident withdraw reason="${'x'.repeat(500)}"`);
    expect(manager.modal?.values[WHY]).toBe('x'.repeat(500));
  });
});

it('a second page that Slack does not open is said so, and opens when it is asked for again', async () => {
  const stage = await slackStage({ cases: false });
  const manager = stage.who('manager');
  await manager.useShortcut('anywhere:incident log');
  await manager.answer();
  manager.fill('What happened', 'Died');
  stage.slack.faults.next('views.push', { is: 'error', error: 'expired_trigger_id' });
  await manager.presses('More fields');
  expect((await manager.answer()).words).toContain(
    'Slack did not open the other page. Press More fields again.',
  );
  expect(manager.modal).toMatchObject({ depth: 1, values: { 'What happened': 'Died' } });
  await manager.presses('More fields');
  await manager.answer();
  expect(manager.modal?.depth).toBe(2);
});

describe('a form above three windows, which is more than Slack takes', () => {
  it('opens in place of the answer whose button was pressed', async () => {
    const stage = await slackStage({ cases: false });
    const manager = stage.who('manager');
    await manager.types('/risk add what="the rota" owner=manager rating=high review=2026-05-01');
    await manager.opensHome();
    const isOwed = () => JSON.stringify(manager.home ?? '').includes('I have reviewed it');
    await stage.slack.until(isOwed, 'a home tab');
    await manager.presses('I have reviewed it', { on: 'home' });
    const depths: unknown[] = [];
    for (let n = 0; n < 3; n += 1) {
      await manager.answer();
      depths.push([manager.modal?.title, manager.modal?.depth]);
      manager.fill('How grave is it now', 'High');
      manager.fill('By when is it reviewed next', '2026-06-01');
      manager.fill('What was found', `no change, look ${n}`);
      await manager.submit();
      expect((await manager.answer()).words).toContain('RK-2026-1');
      await manager.presses('I have reviewed it', { on: 'modal' });
    }
    expect(depths).toEqual([1, 2, 3].map((depth) => ['Risk review', depth]));
    await manager.answer();
    expect(manager.modal).toMatchObject({ title: 'Risk review', depth: 3, submit: 'Save' });
    expect(stage.bugs).toEqual([]);
  });
});

it('a form that is wrong, and took long to read, comes back with what was filled in', async () => {
  const stage = await slackStage({ cases: false, patienceMs: 20 });
  const manager = stage.who('manager');
  const { store } = stage.engine();
  const gate = Promise.withResolvers<void>();
  const { append } = store;
  await log(stage);
  Object.assign(store, {
    append: async (entry: Parameters<typeof append>[0]) => {
      await gate.promise;
      return append(entry);
    },
  });
  await manager.types('/incident notified SI-2026-1');
  await stage.slack.until(() => manager.modal, 'a form');
  manager.fill('When was the notification submitted?', '2026-03-30');
  manager.fill("The Panel's reference", 'call 07700 900123');
  await manager.submit();
  const saying = (words: string) =>
    stage.slack.until(() => JSON.stringify(manager.modal?.blocks).includes(words), words);
  await saying('Heed is saving this.');
  gate.resolve();
  await saying("The Panel's reference: That looks like a phone number");
  expect(manager.modal).toMatchObject({
    submit: 'Save',
    values: { 'When was the notification submitted?': '2026-03-30' },
  });
});

describe('an answer for which the form is closed when it comes', () => {
  it('comes by direct message', async () => {
    const stage = await slackStage({ cases: false, patienceMs: 20 });
    const manager = stage.who('manager');
    const { store } = stage.engine();
    const gate = Promise.withResolvers<void>();
    const { append } = store;
    Object.assign(store, {
      append: async (entry: Parameters<typeof append>[0]) => {
        await gate.promise;
        return append(entry);
      },
    });
    await manager.useShortcut('anywhere:incident log');
    await manager.answer();
    manager.fill('What happened', 'Died');
    manager.fill('Abuse or neglect', 'Known');
    await manager.submit();
    expect((await manager.answer()).words).toContain('Heed is saving this.');
    await manager.closeModal();
    stage.slack.faults.next('views.update', { is: 'error', error: 'not_found' });
    gate.resolve();
    await stage.slack.until(() => dmsOf(stage, 'manager').length > 0, 'a direct message');
    expect(dmsOf(stage, 'manager')).toEqual([expect.stringContaining('SI-2026-1 is logged')]);
    expect(stage.bugs).toEqual([]);
  });
});
