import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { words } from '../../src/app/field.ts';
import { type Message, text } from '../../src/app/message.ts';
import { sayNear } from '../../src/domain/day.ts';
import { quietName } from '../../src/domain/quiet.ts';
import { counted } from '../../src/domain/words.ts';
import { onOwnDuty } from './find.ts';

export const dueAcknowledge = defineCommand({
  name: 'due acknowledge',
  summary:
    'Say that I have something in hand: I am not reminded before its day while that is fresh.',
  allow: 'everyone',
  fields: z.object({
    about: words('A reference', { bare: true }),
    duty: words('One duty of it', { bare: true }).optional(),
  }),
  decide: ({ about, duty: name }, situation) =>
    onOwnDuty(about, name, situation, (duty) => {
      const { record: ref, due } = duty;
      const { staleAfter } = situation.arrangement;
      const day = sayNear(due, situation.today);
      if (due < situation.today)
        return refuse(
          `${ref} was due ${day}, so no reminder before its day is left to leave out. Put it off, or record that it is done; /due lists what you owe.`,
        );
      const message: Message = {
        title: `${ref}: you have it in hand, due ${day}`,
        blocks: [
          text(
            `Reminders before ${day} are left out. If it is still open and nothing has been said of it after ${counted(staleAfter, 'working day')}, you are asked again; on the day and after it you are reminded as before.`,
          ),
        ],
        buttons: [],
        about: [ref],
      };
      return accept(message, [{ type: 'duty-acknowledged', ref, duty: quietName(duty), due }]);
    }),
});
