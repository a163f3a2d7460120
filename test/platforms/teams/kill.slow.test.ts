import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { Kept } from '../../../src/platforms/teams/register.ts';
import { openJournal } from '../../../store/journal.ts';
import { teamsDouble } from '../../support/teams/double.ts';
import { settingsFor, startInTeams } from '../../support/teams-process.ts';
import { aFolder } from '../../support/workspace.ts';

/** At night more of them; by day the two starts that there have to be. */
const KILLS = Math.floor(Number(process.env.HEED_KILLS ?? 0) / 26);
/** Each start loads the SDK, in milliseconds on a machine that does other things. */
const PATIENCE = 240_000;
const PEOPLE = ['manager', 'notifier', 'administrator', 'police-lead', 'health-lead'];

const referencesIn = async (folder: string): Promise<readonly string[]> => {
  const journal = await openJournal({ path: join(folder, 'teams'), key: undefined, item: Kept });
  const accounts = journal
    .all()
    .flatMap((kept) => (kept.is === 'reference' ? [kept.account ?? ''] : []));
  await journal.close();
  return accounts;
};

it(
  'what was acknowledged is known after SIGKILL: who was spoken to where, and what lies there',
  async () => {
    const teams = await teamsDouble(Date.now);
    onTestFinished(() => teams.close());
    const members = PEOPLE.map((id) => teams.user(id));
    const [manager, notifier] = members;
    if (!manager || !notifier) throw new Error('there is nobody');
    const folder = await aFolder();
    mkdirSync(dirname(folder), { recursive: true });
    const settings = settingsFor(teams, PEOPLE, `${folder}.yaml`);

    for (let n = 0; n < KILLS; n += 1) {
      const running = await startInTeams(teams, folder, settings);
      const who = members[n % members.length];
      expect((await who?.types('due'))?.status).toBe(200);
      await running.kill();
      expect(await referencesIn(folder)).toContain(`${who?.person.tenant}/${who?.person.object}`);
    }

    const before = await startInTeams(teams, folder, settings);
    await manager.types('incident log harm=died abuse=suspected aware=yesterday');
    const card = () => manager.sees().find(({ text }) => text.startsWith('SI-'));
    await vi.waitFor(() => expect(card()).toBeDefined(), 10_000);
    // Where it lies is written down after it has arrived: what is answered next comes after that.
    await manager.types('due');
    const owed = () => manager.sees().some(({ text }) => text.startsWith('You owe'));
    await vi.waitFor(() => expect(owed()).toBe(true), 10_000);
    await before.kill();
    expect(await referencesIn(folder)).toContain(
      `${manager.person.tenant}/${manager.person.object}`,
    );

    const after = await startInTeams(teams, folder, settings);
    const opened = () => teams.calls.filter(({ method }) => method === 'open').length;
    const earlier = opened();
    const ref = /SI-\d{4}-\d+/.exec(card()?.text ?? '')?.[0];
    await notifier.types(`incident notified ${ref} on=today`);
    await vi.waitFor(() => expect(card()?.text).toContain('Notification submitted'), 30_000);
    expect(opened()).toBe(earlier);
    await after.kill();
  },
  PATIENCE,
);
