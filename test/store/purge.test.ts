import { openStore } from '../../store/open.ts';
import { previewPurge, purgeFolder } from '../../store/purge-folder.ts';
import { isWhole } from '../../store/report.ts';
import { survey } from '../../store/survey.ts';
import { newFolder } from './folder.ts';
import { type Purgeable, purgeContract } from './purge-contract.ts';
import { NOW, saidIn } from './purge-folders.ts';

const make = async (key?: string): Promise<Purgeable> => {
  const dir = await newFolder();
  return {
    open: () => openStore(dir, key),
    purge: (isSure) => (isSure ? purgeFolder : previewPurge)({ dir, key, now: NOW }),
    said: () => saidIn(dir, key),
    isWhole: async () => isWhole(await survey(dir, key)),
  };
};

purgeContract('embedded', () => make(), 25);
purgeContract('embedded, sealed', () => make('ab'.repeat(32)), 15);
