import { type Finding, well, wrong } from '../app/finding.ts';
import { BadArrangement } from '../arrangements/load.ts';
import { BadSetting } from '../config.ts';

/** Something that was read, or what is wrong with it. */
export type Read<T> =
  | { readonly is: 'read'; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly is: 'unread'; readonly findings: readonly Finding[] };

/** Reads as the program does; each mistake is a finding. */
export const attempt = <T>(about: string, read: () => T, say: (value: T) => string): Read<T> => {
  try {
    const value = read();
    return { is: 'read', value, findings: [well(about, say(value))] };
  } catch (problem) {
    if (!(problem instanceof BadSetting || problem instanceof BadArrangement)) throw problem;
    return { is: 'unread', findings: mistakesIn(problem.message).map((one) => wrong(about, one)) };
  }
};

/** "FILE cannot be used:" goes before each mistake in it. */
const mistakesIn = (message: string): readonly string[] => {
  const [head = '', ...rest] = message.split('\n').map((line) => line.trim());
  if (rest.length === 0) return [head];
  return head.endsWith(':') ? rest.map((one) => `${head} ${one}`) : [head, ...rest];
};

/** Ids on the roster are posts; what is not on it may be somebody's name, so its beginning will do. */
export const withoutNames = (
  findings: readonly Finding[],
  roster: ReadonlyMap<string, unknown>,
): readonly Finding[] =>
  findings.map((one) => ({
    ...one,
    sentence: one.sentence.replace(/(?<=\bpeople\.)(.+?)(?=(\.\d+)?: )/, (id) =>
      roster.has(id) ? id : `${id.slice(0, 1)}…`,
    ),
  }));

/** "22.18" or later, as package.json has it: ">=22.18". */
export const nodeFinding = (running: string, engines: string): Finding => {
  const least = engines.replace(/^>=/, '');
  return isAtLeast(running, least)
    ? well('Node', `${running} runs Heed; ${least} or later is needed.`)
    : wrong(
        'Node',
        `${running} is too old. Run npm install, which brings Node 24, and start Heed by npm start.`,
      );
};

const isAtLeast = (running: string, least: string): boolean => {
  const [major = 0, minor = 0] = running.split('.').map(Number);
  const [needed = 0, atLeast = 0] = least.split('.').map(Number);
  return major > needed || (major === needed && minor >= atLeast);
};
