// `npm run powercut`: the power is cut and the disk filled under the embedded store, on ext4 images of its own. It needs
// Linux, root and loop devices; where it cannot be tried it says so and ends with 3, so that nobody takes it for done.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/cluster.ts';
import { randomly } from '../support/random.ts';
import { carelessLoses, heedHolds } from './cuts.ts';
import { makeDisk, mount, mountMemory, NotTried, needDisks, unmount } from './disk.ts';
import { fullDisk, stopAll } from './full.ts';

const CUTS = Number(process.env.HEED_CUTS ?? 8);
const KEY = 'ab'.repeat(32);
const SEED = Number(process.env.HEED_SEED ?? Math.floor(Math.random() * 2 ** 32));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** In memory where there is such a place: reading a disk of 48 MB is then a matter of milliseconds. */
const scratchIn = (): string => {
  try {
    return mkdtempSync('/dev/shm/heed-powercut-');
  } catch {
    return mkdtempSync(join(tmpdir(), 'heed-powercut-'));
  }
};

const cutPower = async (scratch: string): Promise<void> => {
  const bench = { scratch, random: randomly(SEED) };
  say(`Power cuts on ext4 (HEED_SEED=${SEED})`);
  say(`  control: whoever does not wait for the disk lost ${await carelessLoses(bench)} lines`);
  for (const [name, key] of [['plain', undefined] as const, ['sealed', KEY] as const]) {
    const { cuts, entries, kept } = await heedHolds(bench, CUTS, key);
    say(
      `  ${name}: ${cuts} cuts, all of ${entries} entries and ${kept} lines of a journal are there`,
    );
  }
};

const fillDisks = async (scratch: string): Promise<void> => {
  const disk = join(scratch, 'full');
  const image = join(scratch, 'full.img');
  makeDisk(image, 16);
  const kinds = [
    ['ext4', () => mount(image, disk)],
    ['tmpfs', () => mountMemory(join(scratch, 'small'), 8)],
  ] as const;
  for (const [name, mounts] of kinds) {
    mounts();
    const at = name === 'ext4' ? disk : join(scratch, 'small');
    try {
      const { acknowledged, sentence } = await fullDisk(at, await freePort());
      say(`A full disk, ${name}: ${acknowledged} acknowledged and there, and it went on. It said:`);
      say(`  ${sentence}`);
    } finally {
      await stopAll();
      unmount(at);
    }
  }
};

const scratch = scratchIn();
try {
  needDisks(scratch);
  await cutPower(scratch);
  await fillDisks(scratch);
} catch (problem) {
  if (!(problem instanceof NotTried)) throw problem;
  say(`NOT TRIED: ${problem.message}. Run it as root on a Linux with loop devices and e2fsprogs.`);
  process.exitCode = 3;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
