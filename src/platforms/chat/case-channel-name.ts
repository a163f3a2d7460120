import type { Arrangement } from '../../domain/arrangement.ts';

/** "the channel for cases, #scp-cases," by the name that the arrangement has for it, where it has one. */
export const caseChannelName = ({ channels }: Pick<Arrangement, 'channels'>): string => {
  const name = channels.get('cases');
  return name ? `the channel for cases, #${name},` : 'the channel for cases';
};
