import { setImmediate as nextTurn } from 'node:timers/promises';
import { codeOf } from './files.ts';
import type { PictureFile, Point } from './picture.ts';

export interface Redraw {
  /** Starts drawing, in the background, if the picture has fallen far enough behind. */
  consider(point: Point): void;
  /** Draws the last picture, if there is anything new to draw. */
  finish(point: Point): Promise<void>;
  /** Resolves when nothing is being drawn. */
  idle(): Promise<void>;
}

const FEWEST = 1000;

/**
 * A picture is drawn again when as much has been written since as it holds: each entry is then
 * drawn about twice in all, and a commit costs the same however many there are.
 */
export const redrawing = (
  picture: Pick<PictureFile, 'draw'>,
  from: number,
  notes: string[],
): Redraw => {
  let last = from;
  let drawing: Promise<void> | undefined;

  const draw = async (point: Point): Promise<void> => {
    last = point.ledger.seq;
    await nextTurn();
    await picture.draw(point).catch((error) => {
      notes.push(
        `The picture could not be written (${codeOf(error)}): the next start will be slower.`,
      );
    });
    drawing = undefined;
  };
  const idle = async (): Promise<void> => drawing;

  return {
    idle,
    consider: (point) => {
      if (!drawing && point.ledger.seq - last > Math.max(FEWEST, last)) drawing = draw(point);
    },
    finish: async (point) => {
      await idle();
      if (point.ledger.seq !== last) await draw(point);
    },
  };
};
