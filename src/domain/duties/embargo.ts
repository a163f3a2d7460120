import type { Incident } from '../incident.ts';
import type { RapidReview } from '../reviews/rapid-review.ts';
import { clocked } from './clocked.ts';
import type { Duty, Setting } from './shape.ts';

/** "Still embargoed?", once a month while it lasts; asked of the rapid review for the whole case, or of an incident without one. */
export const embargoDuty = (record: Incident | RapidReview, setting: Setting): readonly Duty[] => {
  const { embargo, ref } = record;
  const asked = embargo && (embargo.still ?? embargo.since);
  return clocked(
    record,
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
