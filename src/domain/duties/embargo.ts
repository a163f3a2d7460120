import type { RapidReview } from '../reviews/rapid-review.ts';
import { clocked } from './clocked.ts';
import type { Duty, Setting } from './shape.ts';

/** "Still embargoed?", once a month while it lasts; asked of the rapid review for the whole case. */
export const embargoDuty = (review: RapidReview, setting: Setting): readonly Duty[] => {
  const { embargo, ref } = review;
  const asked = embargo && (embargo.still ?? embargo.since);
  return clocked(
    review,
    'check-embargo',
    asked && {
      started: asked,
      began: embargo.still ? 'It was last said to hold on' : 'The embargo began on',
      round: asked.on,
      settle: {
        label: 'It still holds',
        command: 'review embargo',
        fields: { review: ref, state: 'still' },
      },
    },
    setting,
  );
};
