import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { yesNo } from '../../src/app/field.ts';
import { type Message, plain } from '../../src/app/message.ts';
import { goesWith } from '../../src/domain/keeping/goes-with.ts';
import type { Ref } from '../../src/domain/reference.ts';
import { onAny, record } from './find.ts';
import { asManager } from './manager.ts';
import { whyKept } from './may-go.ts';
import { sayOthers } from './words.ts';

export const keepPurge = defineCommand({
  name: 'keep purge',
  summary:
    'Decide that a record goes which has been kept long enough; without sure=yes, see what would go.',
  allow: ['business-unit'],
  fields: z.object({ record, sure: yesNo('Is it to go for good?', { fallback: 'no' }) }),
  decide: ({ record: ref, sure }, situation) =>
    onAny(ref, situation, () =>
      asManager(situation, `/keep purge ${ref}`, () => {
        const { ledger } = situation;
        if (ledger.purges.has(ref))
          return refuse(
            `${ref} was decided to be purged already. Whoever looks after the machine runs npm run purge; /keep spare ${ref} takes it back.`,
          );
        const kept = whyKept(ref, situation);
        if (kept) return refuse(kept);
        const refs = goesWith(ledger, ref);
        return sure
          ? accept(decidedOn(ref, refs), [{ type: 'purge-decided', ref, refs }])
          : accept(wouldGo(ref, refs));
      }),
    ),
});

const LEFT =
  'Nothing of it stays but its reference, who decided and when. Messages of Heed that lie in Slack and Teams are emptied when it starts again. Mailboxes, what people wrote there themselves, and copies made before are not reached: docs/retention.md says what to do there.';

const wouldGo = (ref: Ref, refs: readonly Ref[]): Message => {
  const others = sayOthers(ref, refs);
  return {
    ...plain(
      `${ref}: what would go`,
      `${ref} would go for good${others ? `, and with it ${others}` : ''}: all that is written down of it, what was and is to be told, and what Heed keeps of conversations about it.`,
      LEFT,
      'Nothing has been decided yet.',
    ),
    buttons: [
      {
        label: 'Decide that it goes',
        command: 'keep purge',
        fields: { record: ref, sure: 'yes' },
        record: ref,
      },
    ],
    about: [...refs],
  };
};

const decidedOn = (ref: Ref, refs: readonly Ref[]): Message => {
  const others = sayOthers(ref, refs);
  return {
    ...plain(
      `${ref} is to be purged`,
      `It goes for good${others ? `, and with it ${others}` : ''}, when whoever looks after the machine stops Heed and runs npm run purge. Until then it is all there.`,
      LEFT,
      `/keep spare ${ref} takes the decision back while it is not carried out.`,
    ),
    about: [...refs],
  };
};
