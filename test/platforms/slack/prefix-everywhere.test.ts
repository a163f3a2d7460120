import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalogue } from '../../../commands/index.ts';
import { PREFIX } from '../../../src/platforms/slack/settings.ts';
import { wording } from '../../../src/platforms/slack/wording.ts';
import { LOG, locally } from '../../support/slack-sights.ts';
import { slackStage } from '../../support/slack-stage.ts';

it('the home tab names /due as it is typed here, where not all has room', async () => {
  const stage = await slackStage({ cases: false, prefix: 'scp-' });
  for (let n = 0; n < 41; n += 1) await locally(stage, LOG);
  const notifier = stage.who('notifier');
  await notifier.opensHome();
  expect((await notifier.answer()).words).toContain('more: /scp-due all lists them.');
});

it('what is said of a bug names the commands as they are typed here', async () => {
  const stage = await slackStage({ cases: false, prefix: 'scp-' });
  const manager = stage.who('manager');
  Object.assign(stage.engine().heed, { ask: () => Promise.reject(new Error('broken')) });
  await manager.types('/scp-due');
  expect((await manager.answer()).words).toContain('/scp-incident list');
});

it('wording is idempotent whatever the prefix', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.stringMatching(PREFIX), fc.constantFrom('due-', 'why-')),
      fc.constantFrom('/incident log', 'see /due all'),
      (prefix, said) => {
        const { text } = wording(prefix, catalogue);
        expect(text(text(said))).toBe(text(said));
      },
    ),
  );
});
