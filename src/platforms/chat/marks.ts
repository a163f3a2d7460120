import type { Ref } from '../../domain/reference.ts';

/** What lies in a chat product already, drawn anew when what it speaks of changes. */
export interface Refresh {
  /** These records have changed. */
  readonly mark: (refs: Iterable<Ref>) => void;
  /** Draws what is marked, and says whether that is all; what is not taken now stays marked. */
  readonly run: () => Promise<boolean>;
}

/** `round` gives what draws one post anew, false where it is to be tried again. */
export const marks = <Post>(
  postsAbout: (ref: Ref) => readonly Post[],
  round: () => (post: Post) => Promise<boolean>,
): Refresh => {
  const marked = new Set<Ref>();
  return {
    mark: (refs) => {
      for (const ref of refs) marked.add(ref);
    },
    run: async () => {
      const redraw = round();
      for (const ref of [...marked]) {
        marked.delete(ref);
        for (const post of postsAbout(ref)) if (!(await redraw(post))) marked.add(ref);
      }
      return marked.size === 0;
    },
  };
};
