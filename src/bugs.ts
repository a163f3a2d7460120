import { randomBytes } from 'node:crypto';

/**
 * Writes a bug down under a short code, which the person is told. Its message is left out, since it
 * may quote what somebody typed; where it happened is enough.
 */
export const bugLog =
  (write: (line: string) => void, now: () => string) =>
  (bug: unknown): string => {
    const code = randomBytes(4).toString('hex').toUpperCase();
    const { name, message, stack = '' } = bug instanceof Error ? bug : new Error('not an error');
    const frames = stack
      .replace(message, '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line));
    write(`${now()} bug ${code} ${name}\n${frames.join('\n')}\n`);
    return code;
  };
