import type { KeptMessage } from '../../app/kept-message.ts';
import type { Ref } from '../../domain/reference.ts';

/** What lies somewhere, and what it says now as a hash. */
interface Lying {
  readonly message: KeptMessage;
  readonly drawn: string;
}

export interface Shelf<Place, Post> {
  readonly put: (post: Post) => void;
  readonly redraw: (place: Place, drawn: string) => void;
  readonly drop: (place: Place) => void;
  readonly at: (place: Place) => Post | undefined;
  readonly all: () => readonly Post[];
  readonly about: (ref: Ref) => readonly Post[];
}

/** Posts by their place, and by the records they speak of. */
export const shelf = <Place, Post extends Place & Lying>(
  nameOf: (place: Place) => string,
): Shelf<Place, Post> => {
  const posts = new Map<string, Post>();
  const names = new Map<Ref, Set<string>>();
  return {
    put: (post) => {
      posts.set(nameOf(post), post);
      for (const ref of post.message.about)
        names.set(ref, (names.get(ref) ?? new Set()).add(nameOf(post)));
    },
    redraw: (place, drawn) => {
      const post = posts.get(nameOf(place));
      if (post) posts.set(nameOf(post), { ...post, drawn });
    },
    drop: (place) => void posts.delete(nameOf(place)),
    at: (place) => posts.get(nameOf(place)),
    all: () => [...posts.values()],
    about: (ref) =>
      [...(names.get(ref) ?? [])].flatMap((name) => {
        const post = posts.get(name);
        return post?.message.about.includes(ref) ? [post] : [];
      }),
  };
};
