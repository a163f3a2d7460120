import { expect, it, vi } from 'vitest';
import { dmsOf, locally, seqOf, troublesOf } from '../../support/slack-sights.ts';
import { type Stage, slackStage } from '../../support/slack-stage.ts';

it('does by a socket what it does over HTTP, with nothing that others could call', async () => {
  const stage = await slackStage({ mode: 'socket', cases: false });
  expect(stage.engine().slack?.handle).toBeUndefined();
  const notifier = stage.who('notifier');
  await notifier.types('/incident log harm=died');
  await notifier.answer();
  notifier.fill('Abuse or neglect', 'Suspected');
  notifier.fill('When did the local authority become aware?', '2026-03-30');
  await notifier.submit();
  expect((await notifier.answer()).words).toContain('SI-2026-1 is logged');
  await notifier.presses('I have told the partners', { on: 'modal' });
  expect((await notifier.answer()).words).toContain('the safeguarding partners were told');
  await stage.passTo('2026-04-02 09:00');
  expect(notifier.history(notifier.dm).at(-1)?.text).toContain('notify the Panel by Wed 8 Apr');
  await notifier.types('/due');
  expect((await notifier.answer()).words).toContain('You owe 1 thing');
  expect(stage.bugs).toEqual([]);
});

const opened = ({ slack }: Stage) =>
  slack.calls.filter(({ method }) => method === 'apps.connections.open');

/** The notifier is answered again, which takes a socket. */
const isAnswered = async (stage: Stage): Promise<void> => {
  await stage.who('notifier').types('/due');
  expect((await stage.who('notifier').answer()).words).toContain('You owe ');
};

it('starts where Slack cannot be reached, and opens its socket when it can', async () => {
  const stage = await slackStage({ mode: 'socket', cases: false });
  await stage.restart('2026-03-30 10:00', async () => stage.slack.faults.down(true));
  await locally(stage, '/incident log harm=died abuse=known');
  expect(await seqOf(stage)).toBe(1);
  stage.slack.faults.down(false);
  await stage.tick('2026-03-30 10:01');
  await stage.slack.until(() => opened(stage).some(({ answered }) => answered === 'ok'));
  await stage.slack.until(() => stage.slack.hasSocket(), 'a socket');
  await isAnswered(stage);
  expect(stage.bugs).toEqual([]);
});

it('opens another when Slack renews it', async () => {
  const stage = await slackStage({ mode: 'socket', cases: false });
  const before = opened(stage).length;
  stage.slack.refreshSockets();
  await stage.slack.until(() => opened(stage).length > before, 'another socket');
  await stage.slack.until(() => stage.slack.hasSocket(), 'a socket');
  await isAnswered(stage);
});

it('goes on where the token is taken no more: the business unit is told once, and it is mended', async () => {
  const stage = await slackStage({ mode: 'socket', cases: false });
  const heal = stage.slack.faults.during(({ method }) =>
    method === 'apps.connections.open' ? { is: 'error', error: 'invalid_auth' } : undefined,
  );
  const refusals = () => opened(stage).filter(({ answered }) => answered === 'invalid_auth');
  const told = async () => (await troublesOf(stage)).filter((one) => one.includes('socket'));
  stage.slack.refreshSockets();
  await vi.waitFor(async () => expect(await told()).toHaveLength(1));
  expect(await told()).toEqual([
    'Slack opens no socket for Heed in the workspace host (invalid_auth), so what is typed or pressed there does not reach it. Reminders are sent all the same. Run npm run doctor: it says what to mend.',
  ]);
  await vi.waitFor(async () => {
    await stage.tick('2026-03-30 09:01');
    expect(refusals().length).toBeGreaterThan(2);
  });
  expect(dmsOf(stage, 'manager').filter((one) => one.includes('no socket'))).toHaveLength(1);
  await stage.restart('2026-03-30 09:10');
  heal();
  await stage.tick('2026-03-30 09:11');
  await stage.slack.until(() => stage.slack.hasSocket(), 'a socket');
  await vi.waitFor(async () => expect(await told()).toEqual([]));
  await isAnswered(stage);
});
