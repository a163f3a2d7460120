import { readFile, readlink } from 'node:fs/promises';
import { z } from 'zod';
import { codeOf } from './files.ts';

/** Who holds a folder. What a system cannot tell is left out. */
export const Holder = z
  .object({
    pid: z.number().int().positive(),
    /** When the process started, in the kernel's own count: numbers of processes are used again. */
    started: z.string().optional(),
    /** Which start of the machine that was. */
    boot: z.string().optional(),
    /** Which container: the same number means another process there. */
    space: z.string().optional(),
  })
  .readonly();
export type Holder = z.infer<typeof Holder>;

export const thisProcess = async (): Promise<Holder> => ({
  pid: process.pid,
  started: (await processStat(process.pid))?.started,
  boot: (await tell(readFile('/proc/sys/kernel/random/boot_id', 'utf8')))?.trim(),
  space: await tell(readlink('/proc/self/ns/pid')),
});

/** `unknown`: it would be in another container, where nobody can look. */
export const fateOf = async (holder: Holder, me: Holder): Promise<'alive' | 'dead' | 'unknown'> => {
  if (differ(holder.boot, me.boot)) return 'dead';
  if (differ(holder.space, me.space)) return 'unknown';
  if (!answers(holder.pid)) return 'dead';
  const now = await processStat(holder.pid);
  return now && (now.gone || differ(holder.started, now.started)) ? 'dead' : 'alive';
};

const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

const answers = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
};

/** proc(5): the state is the third field and the start the 22nd; a name may hold spaces and brackets. */
const processStat = async (
  pid: number,
): Promise<{ readonly gone: boolean; readonly started: string | undefined } | undefined> => {
  const stat = await tell(readFile(`/proc/${pid}/stat`, 'utf8'));
  if (stat === undefined) return undefined;
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { gone: state === 'Z' || state === 'X', started: fields[18] };
};

const tell = (asked: Promise<string>): Promise<string | undefined> => asked.catch(() => undefined);
