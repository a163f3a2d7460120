import { rootOf } from './activity.ts';
import type { Carrier } from './carrier.ts';
import type { Teams } from './teams.ts';

/** Somebody waits for an answer, and Heed must be able to stop: longer than this it is not tried. */
const MOST_SECONDS = 30;
const AGAIN_SECONDS = [1, 4] as const;

type Posting = Pick<Teams, 'lanes' | 'carrier' | 'register' | 'pages'>;

/**
 * For an answer, which no outbox sends again: what Teams says "not now" to, or what never left, is sent
 * in its turn. What may have arrived is not.
 */
export const patient = ({ lanes, carrier, register, pages }: Posting): Posting => {
  const send: Carrier['send'] = async (to, activity) => {
    const lane = rootOf(to.conversation);
    for (const seconds of AGAIN_SECONDS) {
      const sent = await carrier.send(to, activity);
      const wait = sent.is === 'limited' ? sent.seconds : seconds;
      if ((sent.is !== 'limited' && sent.is !== 'not-sent') || wait > MOST_SECONDS) return sent;
      lanes.hold(lane, wait);
      await lanes.turn(lane);
    }
    return carrier.send(to, activity);
  };
  return { lanes, register, pages, carrier: { ...carrier, send } };
};
