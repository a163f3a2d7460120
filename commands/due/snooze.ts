import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { dayField, freeText, words } from '../../src/app/field.ts';
import { type Message, text } from '../../src/app/message.ts';
import { type Day, sayNear } from '../../src/domain/day.ts';
import type { Duty } from '../../src/domain/duty.ts';
import { quietName } from '../../src/domain/quiet.ts';
import { isStatutory } from '../../src/domain/quiet-rungs.ts';
import { onOwnDuty } from './find.ts';

export const dueSnooze = defineCommand({
  name: 'due snooze',
  summary: 'Not to be reminded of something until a day, with the reason; it is written down.',
  allow: 'everyone',
  fields: z.object({
    about: words('A reference', { bare: true }),
    duty: words('One duty of it', { bare: true }).optional(),
    until: dayField('Until which day'),
    reason: freeText('Why?', { onCase: true, most: 300 }),
  }),
  decide: ({ about, duty: name, until, reason }, situation) =>
    onOwnDuty(about, name, situation, (duty) => {
      const wrong = whyNot(duty, until, situation);
      if (wrong) return refuse(wrong);
      const { record: ref, due } = duty;
      const day = sayNear(until, situation.today);
      const message: Message = {
        title: `${ref}: you are not reminded before ${day}`,
        blocks: [
          text(
            `It is still due ${sayNear(due, situation.today)}, and whoever hears of it when it is late still does.`,
          ),
        ],
        buttons: [],
        about: [ref],
      };
      const change = {
        type: 'duty-snoozed',
        ref,
        duty: quietName(duty),
        due,
        until,
        reason,
      } as const;
      return accept(message, [change]);
    }),
});

/** What binds by law is never out of sight when its day comes. */
const whyNot = (duty: Duty, until: Day, { today }: Situation): string | undefined => {
  const { record, rule, due } = duty;
  const [day, last] = [until, due].map((one) => sayNear(one, today));
  if (until <= today) return `${day} is not a day to come. Check the day.`;
  return isStatutory(duty) && until > due
    ? `${record}, ${rule.todo}, is due ${last} by a rule that is not ours, so it cannot be snoozed until ${day}. Choose a day up to ${last}.`
    : undefined;
};
