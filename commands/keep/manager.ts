import { type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { holds, MANAGER, sayPost } from '../../src/domain/posts.ts';

/** What cannot be put right again is the manager's, or whoever stands in. */
export const asManager = (
  situation: Situation,
  asked: string,
  decide: () => Decision,
): Decision => {
  const { arrangement, actor } = situation;
  if (holds(arrangement, actor, MANAGER)) return decide();
  return refuse(`That is for ${sayPost(arrangement, MANAGER)} alone. Ask them to send ${asked}.`);
};
