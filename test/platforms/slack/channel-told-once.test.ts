import { expect, it } from 'vitest';
import { dmsOf, inCases, log, minutesOf, tickAll, troublesOf } from '../../support/slack-sights.ts';
import { CASES, slackStage } from '../../support/slack-stage.ts';

const DAY = '2026-03-30';

it('a channel in which Heed may not post is told of once', async () => {
  const stage = await slackStage();
  stage.slack.faults.during(({ method, args }) =>
    method === 'chat.postMessage' && args.channel === CASES
      ? { is: 'error', error: 'restricted_action' }
      : undefined,
  );
  await log(stage);
  await tickAll(stage, minutesOf(DAY, 1, 11));
  expect(dmsOf(stage, 'manager')).toHaveLength(1);
});

it('a reason that changes while the first is being told is told too', async () => {
  const stage = await slackStage();
  await log(stage);
  for (const user of ['USTRANGERA', 'USTRANGERB']) stage.team.user(user);
  await stage.channel(CASES).join('USTRANGERA');
  await stage.tick('2026-03-30 09:01');
  await stage.channel(CASES).join('USTRANGERB');
  stage.channel(CASES).leave('USTRANGERA');
  await tickAll(stage, minutesOf(DAY, 2, 6));
  expect(dmsOf(stage, 'manager').join()).toContain('USTRANGERB');
});

it('a channel that takes posts again is no trouble any more', async () => {
  const stage = await slackStage();
  stage.slack.faults.next('chat.postMessage', { is: 'error', error: 'msg_too_long' });
  await log(stage);
  await tickAll(stage, minutesOf(DAY, 1, 6));
  expect(inCases(stage)).toHaveLength(2);
  expect(await troublesOf(stage)).toEqual([]);
});
