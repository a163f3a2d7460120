import { expect, it } from 'vitest';
import { twoWorkspaces } from '../../support/slack-workspaces.ts';

it('several workspaces are one partnership: each is answered and told in its own', async () => {
  const { slack, manager, notifier, officer, nurse, tick, bugs } = await twoWorkspaces();
  await manager.types('/incident log harm=died abuse=suspected aware=2026-03-30');
  await manager.answer();
  for (const when of ['2026-04-02', '2026-04-07', '2026-04-08', '2026-04-09', '2026-04-10'])
    await tick(`${when} 09:00`);
  const [told] = officer.history(officer.dm);
  expect(told?.text).toContain('You have these as a safeguarding partner.');
  expect(nurse.history(nurse.dm)).toHaveLength(1);
  const posted = slack.calls.filter(({ method }) => method === 'chat.postMessage');
  expect(new Set(posted.map(({ team }) => team))).toEqual(new Set(['T0HOST', 'T0POLICE']));
  await officer.presses('See the case');
  expect((await officer.answer()).words).toContain('Children: Child A');
  expect(notifier.history(notifier.dm).length).toBeGreaterThan(0);
  expect(bugs).toEqual([]);
});

it('somebody is who they are in their own workspace: the same id elsewhere is another', async () => {
  const { manager, officer } = await twoWorkspaces();
  await officer.types('/incident log harm=died abuse=known');
  expect((await officer.answer()).words).toContain(
    '/incident log is for the business unit and the notifying officer.',
  );
  await manager.types('/incident log harm=died abuse=known');
  expect((await manager.answer()).words).toContain('SI-2026-1 is logged');
});

it('whoever comes by Slack Connect presses buttons as who they are', async () => {
  const { manager, nurse, tick } = await twoWorkspaces();
  await manager.types('/incident log harm=died abuse=suspected aware=2026-03-30');
  await manager.answer();
  await tick('2026-04-10 09:00');
  await nurse.presses('See the case');
  expect((await nurse.answer()).words).toContain('SI-2026-1');
});
