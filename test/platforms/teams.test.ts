import { type Instant, londonDay, londonTime } from '../../src/domain/day.ts';
import { exampleStart, playExample } from '../../src/rehearsal/example.ts';
import type { Shown } from '../support/teams/member.ts';
import { type TeamsStage, teamsStage } from '../support/teams-stage.ts';
import { type Surface, surfaceContract } from './contract.ts';

const sayTime = (at: Instant): string => `${londonDay(at)} ${londonTime(at)}`;

const typed = async (stage: TeamsStage, who: string, text: string): Promise<void> => {
  await stage.who(who).types(text);
  await stage.quiet();
};

const isDesk = ({ summary }: Shown): boolean => summary === 'Your desk';

/** Teams, driven as people drive it: typing in their own chat with Heed, pressing on its cards. */
const teams = async (): Promise<Surface> => {
  const stage = await teamsStage({ at: sayTime(exampleStart()), cases: false });
  const seenBy = (who: string): readonly Shown[] =>
    stage
      .who(who)
      .sees()
      .filter((shown) => !isDesk(shown));
  await playExample({
    passTime: (to) => stage.passTo(sayTime(to)),
    say: (who, text) => typed(stage, who, text),
  });
  return {
    folder: stage.folder,
    say: (who, text) => typed(stage, who, text),
    press: async (who, label) => {
      const on = seenBy(who).findLast(({ buttons }) => buttons.includes(label));
      if (!on) throw new Error(`${who} has no button "${label}"`);
      await stage.who(who).presses(label, on);
      await stage.quiet();
    },
    seen: async (who) => seenBy(who).map(({ text, buttons }) => ({ text, buttons })),
    passTo: (day) => stage.passTo(`${day} 09:00`),
  };
};

surfaceContract('Teams', teams);
