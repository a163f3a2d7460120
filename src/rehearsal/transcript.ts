import { asText } from '../app/message.ts';
import { londonDay, londonTime, sayDay } from '../domain/day.ts';
import type { Happening } from './play.ts';

/** A transcript to read: a heading a day, then what was asked and what was said to whom. */
export const transcript = () => {
  let day = '';
  return ({ at, kind, who, message }: Happening): string => {
    const today = sayDay(londonDay(at));
    const heading = today === day ? '' : `\n${today}\n${'='.repeat(today.length)}\n`;
    day = today;
    if (kind === 'asked') return `${heading}\n${londonTime(at)}  @${who}: ${message.title}\n`;
    const opening = `${londonTime(at)}  ${SAYS[kind]} @${who}`;
    const lines = asText(message).split('\n');
    return `${heading}${kind === 'notice' || kind === 'digest' ? '\n' : ''}${opening}\n${lines.map((line) => `         ${line}\n`).join('')}`;
  };
};

const SAYS = {
  reply: 'Heed answers',
  refusal: 'Heed declines, to',
  notice: 'Heed to',
  digest: 'Heed sends a digest to',
} as const;
