import type { Constitution, ReviewType } from '../constitution.ts';
import type { ReviewKind } from './rapid-review.ts';

/** One that begins with an incident, and how it then runs. */
type StartedType = ReviewType & { readonly runsAs: ReviewKind };

/** PURE. Of the reviews that an arrangement lists (S3, Waltham Forest), those that somebody may begin; the others come of a decision, or from elsewhere. */
export const startedTypes = ({
  reviewTypes,
}: Pick<Constitution, 'reviewTypes'>): readonly StartedType[] =>
  reviewTypes.filter((type): type is StartedType => type.runsAs !== undefined);

/** "Partnership review", under the arrangement that has it; its id where no arrangement has it any more. */
export const sayType = ({ reviewTypes }: Pick<Constitution, 'reviewTypes'>, id: string): string =>
  reviewTypes.find((type) => type.id === id)?.title ?? id;
