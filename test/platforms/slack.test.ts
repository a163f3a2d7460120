import type { Instant } from '../../src/domain/day.ts';
import { londonDay, londonTime } from '../../src/domain/day.ts';
import { exampleStart, playExample } from '../../src/rehearsal/example.ts';
import type { Shown } from '../support/slack/types.ts';
import { type Stage, slackStage } from '../support/slack-stage.ts';
import { type Surface, surfaceContract } from './contract.ts';

const sayTime = (at: Instant): string => `${londonDay(at)} ${londonTime(at)}`;

const typed = async (stage: Stage, who: string, text: string): Promise<void> => {
  const member = stage.who(who);
  await member.types(text);
  await member.answer();
  await member.closeModal().catch(() => undefined);
  await stage.quiet();
};

const seenBy = (stage: Stage, who: string): readonly Shown[] => {
  const member = stage.who(who);
  return [member.dm, `D${member.id}NOTES`]
    .flatMap((channel) => member.sees(channel))
    .toSorted((one, other) => one.ts.localeCompare(other.ts));
};

/** As it is read there: without what only a lock screen needs, or Slack's way of writing. */
const plain = (text: string): string =>
  text
    .replace(/^Heed answers:\n/, '')
    .replaceAll('• ', '- ')
    .replace(/\n\[[^\n]*\]$/, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** Slack, driven as people drive it: typing in their own notes, pressing in their messages. */
const slack = async (): Promise<Surface> => {
  const stage = await slackStage({ at: sayTime(exampleStart()), cases: false });
  await playExample({
    passTime: (to) => stage.passTo(sayTime(to)),
    say: (who, text) => typed(stage, who, text),
  });
  return {
    folder: stage.folder,
    say: (who, text) => typed(stage, who, text),
    press: async (who, label) => {
      const on = seenBy(stage, who).findLast(({ buttons }) => buttons.includes(label));
      if (!on) throw new Error(`${who} has no button "${label}"`);
      await stage.who(who).presses(label, { on });
      await stage.who(who).answer();
      await stage.quiet();
    },
    seen: async (who) =>
      seenBy(stage, who).map(({ text, buttons }) => ({
        text: plain(text),
        buttons,
      })),
    passTo: (day) => stage.passTo(`${day} 09:00`),
  };
};

surfaceContract('Slack', slack);
