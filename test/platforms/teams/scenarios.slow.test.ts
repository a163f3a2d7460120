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
import type { Shown } from '../../support/teams/member.ts';
import { TEAM_CASES, type TeamsStage, teamsStage } from '../../support/teams-stage.ts';

const here = join(import.meta.dirname, '../../scenarios');
const files = readdirSync(here)
  .filter((file) => file.endsWith('.txt'))
  .sort();
const scenarios = Map.groupBy(files, (file) => file.replace(/(\.\d)?\.txt$/, ''));

const sayTime = (at: Parameters<typeof londonDay>[0]): string =>
  `${londonDay(at)} ${londonTime(at)}`;

interface Seen {
  readonly who: string;
  readonly shown: Shown;
}

/** What has come to anybody's own chat since the last look. */
const newCards = (
  stage: TeamsStage,
  people: readonly string[],
  known: Set<string>,
): readonly Seen[] =>
  people.flatMap((who) =>
    stage
      .who(who)
      .sees()
      .filter(({ id }) => !known.has(id))
      .map((shown) => {
        known.add(shown.id);
        return { who, shown };
      }),
  );

const noticeOf = ({ who, shown }: Seen): Line => {
  const [first = ''] = shown.text.split('\n');
  const when = sayTime(new Date(shown.at).toISOString() as never);
  return { when, kind: 'notice', who, first };
};

/** The newest card before them that speaks of a record and has such a button. */
const withButton = (stage: TeamsStage, who: string, label: string, ref: string) => {
  const member = stage.who(who);
  const isIn = stage.cases?.members.has(who);
  return [...member.sees(), ...(isIn ? member.sees(TEAM_CASES) : [])]
    .flatMap((shown) =>
      shown.buttons
        .filter((one) => one.replace(` (${ref})`, '') === label && shown.text.includes(ref))
        .map((button) => ({ shown, button })),
    )
    .toSorted((a, b) => a.shown.id.localeCompare(b.shown.id))
    .at(-1);
};

/** Does a step in Teams; gives what their window, or the card itself, shows at once, if it is there. */
const perform = async (stage: TeamsStage, { does }: Step): Promise<string | undefined> => {
  if (does.is === 'clock') return undefined;
  const member = stage.who(does.who);
  member.closeWindow();
  if (does.is === 'says') {
    await member.types(does.typed);
    return undefined;
  }
  const on = withButton(stage, does.who, does.label, does.on);
  if (!on) return NO_BUTTON;
  await member.presses(on.button, on.shown);
  if (on.shown.conversation === member.person.chat) return member.window()?.text;
  const now = member.sees(TEAM_CASES).find(({ id }) => id === on.shown.id);
  return member.window()?.text ?? now?.text;
};

const isFirst = ({ shown }: Seen, line: Line): boolean => {
  try {
    expectAnswer(shown.text, line);
    return true;
  } catch {
    return false;
  }
};

const play = async (
  stage: TeamsStage,
  text: string,
  people: readonly string[],
  known: Set<string>,
): Promise<void> => {
  const expected = linesOf(text);
  const answers = expected.filter(({ kind }) => kind === 'reply' || kind === 'refusal');
  const happened: Line[] = [];
  for (const step of readScript(text).steps) {
    await stage.passTo(sayTime(step.at));
    happened.push(...newCards(stage, people, known).map(noticeOf));
    const atOnce = await perform(stage, step);
    await stage.quiet();
    const fresh = newCards(stage, people, known);
    const answer = step.does.is === 'clock' ? undefined : answers.shift();
    // In the same chat as the notices: it is theirs who asked, and says what was to be said.
    const said = fresh.find((one) => answer && one.who === answer.who && isFirst(one, answer));
    if (answer) expectAnswer(said?.shown.text ?? atOnce ?? textsOf(fresh), answer);
    happened.push(...fresh.filter((one) => one !== said).map(noticeOf));
  }
  const notices = expected.filter(({ kind }) => kind === 'notice' || kind === 'digest');
  const isNotice = ({ first }: Line): boolean => !first.startsWith(TROUBLE);
  expect(sorted(happened.filter(isNotice))).toEqual(sorted(notices.filter(isNotice)));
};

const textsOf = (seen: readonly Seen[]): string => seen.map(({ shown }) => shown.text).join('\n\n');

describe('every scenario, through Teams: what is typed and pressed there, and what comes to whom', () => {
  it.each([...scenarios])('%s', async (_, parts) => {
    const known = new Set<string>();
    let stage: TeamsStage | undefined;
    for (const part of parts) {
      const text = readFileSync(join(here, part), 'utf8');
      const script = readScript(text);
      const arrangement = loadArrangement(script.arrangement?.name ?? 'merton-2023');
      const start = sayTime(script.steps[0]?.at as never);
      if (stage) await stage.restart(start);
      else stage = await teamsStage({ at: start, arrangement });
      await play(stage, text, [...everybodyIn(arrangement).keys()], known);
    }
    expect(stage?.bugs).toEqual([]);
    const refused = stage?.teams.calls.filter(({ answered }) => Number(answered) >= 300) ?? [];
    expect(refused).toEqual([]);
  });
});
