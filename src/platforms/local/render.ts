import { asText, type Message } from '../../app/message.ts';
import { type Instant, londonDay, londonTime, sayDay } from '../../domain/day.ts';
import type { Said } from './said.ts';

/** The very JSON that each platform would be sent, so that all can be seen before any account exists. */
export interface Renderings {
  readonly teams: (message: Message) => object;
  readonly slack: (message: Message) => object;
}

/** A message as the page shows it; its card may have been drawn anew since it was said. */
export const shown = (
  number: number,
  { at, kind }: Said,
  message: Message,
  draw: Renderings,
): object => ({
  number,
  kind,
  when: sayWhen(at),
  about: message.about,
  title: message.title,
  text: asText(message),
  paper: message.paper,
  ...(kind === 'asked' ? {} : { card: draw.teams(message), slack: draw.slack(message) }),
});

/** "Mon 30 Mar 2026, 09:00" */
export const sayWhen = (at: Instant): string => `${sayDay(londonDay(at))}, ${londonTime(at)}`;
