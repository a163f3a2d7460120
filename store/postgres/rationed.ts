import pg from 'pg';
import type { Ration } from './ration.ts';

type Done = (problem?: Error) => void;

/** A connection that is opened once there is one to be had, and gives it back when it has ended. */
export const rationed = ({ take }: Ration): typeof pg.Client => {
  class Rationed extends pg.Client {
    /** As the pool calls it. */
    override connect(done?: unknown): never {
      const connected = take().then((giveBack) => {
        this.once('end', giveBack);
        return super.connect().catch((problem: unknown) => {
          giveBack();
          throw problem;
        });
      });
      if (done === undefined) return connected as never;
      connected.then(() => (done as Done)(), done as Done);
      return undefined as never;
    }
  }
  return Rationed;
};
