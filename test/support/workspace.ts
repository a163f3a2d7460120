import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { instant } from '../../src/domain/day.ts';
import { exampleStart } from '../../src/rehearsal/example.ts';
import { openWorkspace, type Workspace } from '../../src/workspace.ts';
import { markRehearsal } from '../../store/standing-clock.ts';

export const aFolder = async (): Promise<string> => {
  const parent = await mkdtemp(join(tmpdir(), 'heed-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  return join(parent, 'workspace');
};

const fail = (problem: unknown): never => {
  throw problem;
};

/** The local workspace on a folder, as main opens it. */
export const workspaceOn = (folder: string, port = 3000): Promise<Workspace> =>
  openWorkspace({
    folder,
    port,
    arrangement: loadArrangement('merton-2023'),
    machineTime: () => instant('2026-11-23T09:30:00Z'),
    onBug: fail,
    onTrouble: fail,
  });

/** A new rehearsal, with the example under way. */
export const aRehearsal = async (port = 3000): Promise<Workspace & { readonly folder: string }> => {
  const folder = await aFolder();
  await markRehearsal(folder, exampleStart());
  const workspace = await workspaceOn(folder, port);
  onTestFinished(() => workspace.close());
  return { ...workspace, folder };
};
