import { type Clocks, type Finding, note, well, wrong } from '../app/finding.ts';
import { counted } from '../domain/words.ts';

/** Slack refuses at 300, so there is time to mend it. */
const SECONDS = 60;

/** This machine's clock against Slack's; undefined where Slack was not heard. */
export const clockFinding = (clocks: Clocks | undefined): Finding => {
  if (!clocks)
    return note(
      'Clock',
      "this machine's time was not compared: there is no answer of Slack's to compare it with.",
    );
  const seconds = Math.round((clocks.here - clocks.there) / 1000);
  const off = `${counted(Math.abs(seconds), 'second')} ${seconds < 0 ? 'behind' : 'ahead of'} Slack's`;
  return Math.abs(seconds) <= SECONDS
    ? well('Clock', `this machine's time is ${seconds === 0 ? "the same as Slack's" : off}.`)
    : wrong(
        'Clock',
        `this machine's time is ${off}. What is five minutes off is refused, and reminders go out at the wrong time: switch on time synchronisation (timedatectl set-ntp true).`,
      );
};
