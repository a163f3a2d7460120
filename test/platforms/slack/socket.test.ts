import { expect, it } from 'vitest';
import { slackStage } from '../../support/slack-stage.ts';

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
