import { catalogue } from '../../commands/index.ts';
import { type Asking, decide } from '../../src/app/decide.ts';
import { PersonId } from '../../src/domain/incident.ts';
import { merton, moment } from './given.ts';
import { LOGGED, openHouse, textOf } from './house.ts';

const house = openHouse();
await house.ask('manager', LOGGED);
const ledger = await house.store.read();
const now = moment('2026-03-30 09:30');
const actor = { id: PersonId.parse('manager'), posts: [...merton.posts.keys()].slice(0, 1) };

/** What the manager is answered, half an hour after an incident was logged. */
export const answerTo = (asking: Asking) => {
  const { decision } = decide(asking, { ledger, arrangement: merton, catalogue, actor, now });
  return { ...decision, text: textOf(decision) };
};
