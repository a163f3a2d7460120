import { describe, expect, it } from 'vitest';
import type { OpenForm } from '../../../src/app/command.ts';
import { plain, text } from '../../../src/app/message.ts';
import { UnsafeStore } from '../../../src/app/ports.ts';
import type { Entry } from '../../../src/domain/change.ts';
import { byCommand, type Carrier } from '../../../src/platforms/slack/way.ts';
import { dmsOf, locally } from '../../support/slack-sights.ts';
import { type Stage, slackStage } from '../../support/slack-stage.ts';

const LOG = '/incident log harm=died abuse=known';
const A_FORM = {} as OpenForm;
const IN_ITS_OWN = { response_type: 'ephemeral', text: expect.stringContaining('is logged') };

/** Nothing is written before this is opened; then it is, or whatever is thrown instead. */
const gated = (stage: Stage, instead?: Error): (() => void) => {
  const gate = Promise.withResolvers<void>();
  const { store } = stage.engine();
  const { append } = store;
  Object.assign(store, {
    append: async (entry: Entry) => {
      await gate.promise;
      if (instead) throw instead;
      return append(entry);
    },
  });
  return gate.resolve;
};

it('a slash command is answered by its acknowledgement, and by nothing else', async () => {
  const stage = await slackStage({ cases: false });
  const manager = stage.who('manager');
  expect((await manager.types(LOG)).body).toMatchObject(IN_ITS_OWN);
  expect((await manager.answer()).words).toContain('SI-2026-1 is logged');
  expect(stage.slack.responses).toEqual([]);
  expect(stage.bugs).toEqual([]);
});

it('nothing is acknowledged before it is durable: Slack says so itself, and the answer follows', async () => {
  const stage = await slackStage({ cases: false, ackTimeoutMs: 50 });
  const open = gated(stage);
  const manager = stage.who('manager');
  expect(await manager.types(LOG)).toMatchObject({ acked: false, error: 'operation_timeout' });
  open();
  expect((await manager.answer()).words).toContain('SI-2026-1 is logged');
  expect(stage.slack.responses).toHaveLength(1);
  expect(stage.bugs).toEqual([]);
});

it('what takes long is acknowledged as not done yet, and the answer follows', async () => {
  const stage = await slackStage({ cases: false, patienceMs: 20 });
  const open = gated(stage);
  const manager = stage.who('manager');
  expect((await manager.types(LOG)).acked).toBe(true);
  expect((await manager.answer()).words).toContain(
    'Heed is working on this. The answer comes here in a moment.',
  );
  open();
  expect((await manager.answer()).words).toContain('SI-2026-1 is logged');
  expect(stage.bugs).toEqual([]);
});

it('nothing is acknowledged where the store is not safe any more', async () => {
  const stage = await slackStage({ cases: false, ackTimeoutMs: 50 });
  gated(stage, new UnsafeStore('the disk is gone'))();
  const manager = stage.who('manager');
  expect(await manager.types(LOG)).toMatchObject({ acked: false, error: 'operation_timeout' });
  expect(stage.slack.responses).toEqual([]);
  expect(stage.bugs).toEqual([expect.any(UnsafeStore)]);
});

it('a button is acknowledged when it is durable', async () => {
  const stage = await slackStage({ cases: false, ackTimeoutMs: 50 });
  const manager = stage.who('manager');
  await manager.types(LOG);
  await manager.answer();
  const open = gated(stage);
  const pressed = await manager.presses('I have notified them');
  expect(pressed).toMatchObject({ acked: false, error: 'operation_timeout' });
  open();
  expect((await manager.answer()).words).toContain('the notification was submitted');
});

describe('where the trigger has run out meanwhile', () => {
  const EXPIRED = { is: 'error', error: 'expired_trigger_id' } as const;

  it('a button of the home tab is answered by direct message: what is done is never left unsaid', async () => {
    const stage = await slackStage({ cases: false, patienceMs: 20 });
    const notifier = stage.who('notifier');
    await notifier.types(LOG);
    await notifier.opensHome();
    await stage.slack.until(() => JSON.stringify(notifier.home ?? '').includes('owe (2)'));
    const open = gated(stage);
    stage.slack.faults.next('views.open', EXPIRED);
    await notifier.presses('I have notified them', { on: 'home' });
    open();
    await stage.slack.until(() => dmsOf(stage, 'notifier').length > 0, 'a direct message');
    expect(dmsOf(stage, 'notifier')).toEqual([
      expect.stringContaining('SI-2026-1: the notification was submitted'),
    ]);
    expect(stage.bugs).toEqual([]);
  });

  it('so is a shortcut', async () => {
    const stage = await slackStage({ cases: false });
    stage.slack.faults.next('views.open', EXPIRED);
    await stage.who('notifier').useShortcut('anywhere:due');
    await stage.slack.until(() => dmsOf(stage, 'notifier').length > 0, 'a direct message');
    expect(dmsOf(stage, 'notifier')).toEqual(['You owe nothing at the moment.']);
  });
});

it('what has more pages than Slack takes answers comes whole by direct message, and not in part', async () => {
  const stage = await slackStage({ cases: false });
  const manager = stage.who('manager');
  const what = 'audit & report & '.repeat(29);
  for (let n = 0; n < 20; n += 1)
    await locally(stage, `/action add what="${what}" owner=police-lead due=2026-05-01 source=talk`);
  await stage.quiet();
  const before = dmsOf(stage, 'manager').length;
  await manager.types('/action list');
  await stage.slack.until(
    () => dmsOf(stage, 'manager').some((one) => /\((\d+) of \1\)/.test(one)),
    'the last page',
  );
  const pages = dmsOf(stage, 'manager').slice(before);
  expect(pages.length).toBeGreaterThan(5);
  for (let n = 1; n <= 20; n += 1) expect(pages.join('\n')).toContain(`AC-2026-${n}`);
  expect(stage.slack.responses).toEqual([]);
  expect(stage.bugs).toEqual([]);
});

it('an acknowledgement has one message, and no form: whatever needs more comes otherwise', () => {
  const nowhere = { call: async () => ({ is: 'unsure' }), respond: async () => ({ is: 'unsure' }) };
  const { inside } = byCommand(nowhere as Carrier, { url: '', trigger: '' });
  const saying = (length: number) =>
    inside?.({
      is: 'accepted',
      asked: 'due',
      message: { title: 'A list', blocks: [text('x'.repeat(length))], buttons: [], about: [] },
    });
  expect(saying(2000)).toMatchObject({ response_type: 'ephemeral' });
  expect(saying(9000)).toBeUndefined();
  expect(inside?.({ is: 'refused', asked: '', message: plain('Why?'), form: A_FORM })).toBe(
    undefined,
  );
});
