import { catalogue } from '../commands/index.ts';
import { cameBack } from './app/came-back.ts';
import type { OpenForm } from './app/command.ts';
import { formAsked, situationOf } from './app/decide.ts';
import { type Courier, deliver } from './app/deliver.ts';
import { type Desk, deskOf } from './app/desk.ts';
import type { Answer, House, Request } from './app/dispatch.ts';
import { dispatch, look, shown } from './app/dispatch.ts';
import { tick } from './app/sweep.ts';
import { reportTroubles } from './app/trouble.ts';
import type { PersonId } from './domain/incident.ts';
import type { Trouble } from './domain/trouble.ts';

type Filled = OpenForm['filled'];

/** Heed with its parts in place: what a surface and a clock drive. */
export interface Heed {
  /** Answers one request; what it gives others to know is sent afterwards. */
  readonly ask: (request: Request) => Promise<Answer>;
  /** Shows something and changes nothing, whatever is asked. */
  readonly look: (request: Request) => Promise<Answer>;
  /** A command's form for somebody, with what is filled in already; nothing for whom it is not. */
  readonly form: (actor: string, command: string, fields: Filled) => Promise<OpenForm | undefined>;
  /** What stands before somebody who opens Heed; nothing for a stranger. */
  readonly desk: (actor: string) => Promise<Desk | undefined>;
  /** What a surface has found wrong, or found right again, for the business unit. */
  readonly report: (found: readonly Trouble[], over?: readonly string[]) => Promise<void>;
  /** What was sent to somebody came back: by the keys of its items. */
  readonly cameBack: (keys: readonly string[], person: PersonId) => Promise<void>;
  /** One look at the clock: what has become due is queued and sent. */
  readonly tick: () => Promise<void>;
  readonly deliver: () => Promise<void>;
}

/** Only one delivery runs at a time: two would each send what the other is sending. */
export const assemble = (parts: Omit<House, 'catalogue'> & { readonly courier: Courier }): Heed => {
  const house = { ...parts, catalogue };
  const watch = { ...house, startedAt: parts.now(), unwritten: [] };
  let running: Promise<void> = Promise.resolve();
  /** One that has not begun yet will see all that is there when it does. */
  let waiting: Promise<void> | undefined;
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    running = running.catch(() => undefined).then(work);
    return running;
  };
  return {
    ask: (request) => dispatch(house, request),
    look: (request) => look(house, request),
    form: (actor, command, fields) =>
      shown(house, { actor, via: 'slack' }, (scene) => formAsked({ command, fields }, scene)),
    desk: (actor) => shown(house, { actor, via: 'slack' }, (scene) => deskOf(situationOf(scene))),
    report: (found, over) => reportTroubles(watch, found, over),
    cameBack: (keys, person) => cameBack(watch, keys, person),
    tick: () => inTurn(() => tick(watch)),
    deliver: () => {
      waiting ??= inTurn(() => {
        waiting = undefined;
        return deliver(watch);
      });
      return waiting;
    },
  };
};
