import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadArrangement } from '../../../src/arrangements/load.ts';
import { everybodyIn } from '../../../src/domain/arrangement-on.ts';
import { londonDay, londonTime } from '../../../src/domain/day.ts';
import { readScript, type Step } from '../../../src/rehearsal/script.ts';
import {
  expectAnswer,
  type Line,
  linesOf,
  NO_BUTTON,
  sorted,
  TROUBLE,
} from '../../support/scripted.ts';
import type { Member, Shown } from '../../support/slack/types.ts';
import { CASES, type Stage, slackStage } from '../../support/slack-stage.ts';

const here = join(import.meta.dirname, '../../scenarios');
const files = readdirSync(here)
  .filter((file) => file.endsWith('.txt'))
  .sort();
const scenarios = Map.groupBy(files, (file) => file.replace(/(\.\d)?\.txt$/, ''));

const sayTime = (at: Parameters<typeof londonDay>[0]): string =>
  `${londonDay(at)} ${londonTime(at)}`;

/** What has come to anybody's direct messages since the last look, and when. */
const noticesOf = (stage: Stage, people: readonly string[], known: Set<string>): readonly Line[] =>
  people.flatMap((who) => {
    const member = stage.who(who);
    return member.history(member.dm).flatMap((shown) => {
      if (known.has(`${who}/${shown.ts}`)) return [];
      known.add(`${who}/${shown.ts}`);
      const at = new Date(Number(shown.ts) * 1000).toISOString() as never;
      const first = firstOf(shown.text);
      return first.startsWith(TROUBLE) ? [] : [{ when: sayTime(at), kind: 'notice', who, first }];
    });
  });

const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll('*', '');

const firstOf = (text: string): string => {
  const [first = '', second = ''] = plain(text).split('\n');
  return first === 'Heed answers:' ? second : first;
};

/** The newest message before them that speaks of a record and has such a button. */
const withButton = (stage: Stage, who: string, label: string, ref: string): Shown | undefined => {
  const member = stage.who(who);
  const isIn = stage.casesMembers.includes(who);
  return [member.dm, `D${member.id}NOTES`, ...(isIn ? [CASES] : [])]
    .flatMap((channel) => member.sees(channel))
    .filter(
      ({ text, buttons }) =>
        text.includes(ref) && buttons.some((one) => one.replace(` (${ref})`, '') === label),
    )
    .toSorted((one, other) => one.ts.localeCompare(other.ts))
    .at(-1);
};

const UNKNOWN = 'I do not know that command. /help lists what you may ask.';

/** Does a step in Slack; gives all that its person is then shown, or nothing where there is no such button. */
const perform = async (stage: Stage, { does }: Step): Promise<string | undefined> => {
  if (does.is === 'clock') return undefined;
  const member = stage.who(does.who);
  if (does.is === 'says') {
    const { error } = await member.types(does.typed);
    // Slack itself declines a command that no app has.
    if (error === 'not_a_valid_command') return UNKNOWN;
  } else {
    const on = withButton(stage, does.who, does.label, does.on);
    const label = on?.buttons.find((one) => one.replace(` (${does.on})`, '') === does.label);
    if (!on || !label) return NO_BUTTON;
    await member.presses(label, { on });
  }
  return plain(await answerOf(member));
};

/** The channel for cases may be told of the same before its answer comes. */
const answerOf = async (member: Member): Promise<string> => {
  for (;;) {
    const sight = await member.answer();
    if (sight.is !== 'message' || sight.shown.channel !== CASES) return sight.words;
  }
};

const play = async (stage: Stage, text: string, people: readonly string[], known: Set<string>) => {
  const expected = linesOf(text);
  const { steps } = readScript(text);
  // Whatever is asked is answered, in the order of the steps.
  const answers = expected.filter(({ kind }) => kind === 'reply' || kind === 'refusal');
  const happened: Line[] = [];
  for (const step of steps) {
    await stage.passTo(sayTime(step.at));
    const shown = await perform(stage, step);
    await stage.quiet();
    happened.push(...noticesOf(stage, people, known));
    const answer = step.does.is === 'clock' ? undefined : answers.shift();
    if (answer) expectAnswer(shown, answer);
  }
  const notices = expected.filter(
    ({ kind, first }) => (kind === 'notice' || kind === 'digest') && !first.startsWith(TROUBLE),
  );
  expect(sorted(happened)).toEqual(sorted(notices));
};

describe('every scenario, through Slack: what is typed and pressed there, and what comes to whom', () => {
  it.each([...scenarios])('%s', async (_, parts) => {
    const known = new Set<string>();
    let stage: Stage | undefined;
    for (const part of parts) {
      const text = readFileSync(join(here, part), 'utf8');
      const script = readScript(text);
      const arrangement = loadArrangement(script.arrangement?.name ?? 'merton-2023');
      const start = sayTime(script.steps[0]?.at as never);
      if (stage) await stage.restart(start);
      else stage = await slackStage({ at: start, arrangement });
      await play(stage, text, [...everybodyIn(arrangement).keys()], known);
    }
    expect(stage?.bugs).toEqual([]);
    expect(stage?.slack.mentions).toEqual([]);
    const refused = stage?.slack.calls.filter(({ answered }) => answered !== 'ok') ?? [];
    expect(refused.map(({ method, answered }) => `${method} ${answered}`)).toEqual([]);
  });
});
