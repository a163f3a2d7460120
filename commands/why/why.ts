import { z } from 'zod';
import { accept, defineCommand, refuse, type Situation } from '../../src/app/command.ts';
import { words } from '../../src/app/field.ts';
import { type Block, type Button, type Message, text } from '../../src/app/message.ts';
import { sayPurged } from '../../src/app/purged.ts';
import { isVisibleDuty, visibleRecord } from '../../src/app/visible.ts';
import type { HeedRecord } from '../../src/domain/change.ts';
import { seeOf } from '../../src/domain/duties/see.ts';
import { dutiesOf } from '../../src/domain/duty.ts';
import { explainDuty } from '../../src/domain/explain.ts';
import type { PostId } from '../../src/domain/item.ts';
import { readKey } from '../../src/domain/key.ts';
import { postOf } from '../../src/domain/posts.ts';
import { sayRecord } from './record.ts';

export const why = defineCommand({
  name: 'why',
  summary: 'Why something is due: the rule, its source, the days counted and skipped.',
  allow: 'everyone',
  fields: z.object({
    about: words('A reference, or a notice', { bare: true }),
    duty: words('One duty of it', { bare: true }).optional(),
  }),
  shortcut: { on: 'message', label: 'Why this message?', field: 'about', takes: 'reference' },
  decide: ({ about, duty }, situation) => {
    const asked = readKey(about);
    const record = asked && visibleRecord(situation, asked.record);
    if (!asked || !record)
      return refuse(
        (asked && sayPurged(asked.record, situation)) ??
          'There is nothing under that reference that you can see. Give one like SI-2026-1; /due lists yours.',
      );
    const name = duty ?? asked.duty;
    const all = dutiesOf(record, situation).filter((one) => isVisibleDuty(situation, one));
    const duties = all.filter(
      (one) => (!name || one.name === name) && (!asked.part || one.part === asked.part),
    );
    if (name && duties.length === 0)
      return refuse(`${record.ref} has no such duty. /why ${record.ref} explains all it has.`);
    const lines = duties.map((one) => explainDuty(one, situation.calendar));
    return accept({
      title: `Why ${record.ref}${name ? `, ${name}` : ''}`,
      blocks: [
        ...sayWhom(asked.to, situation),
        ...sayRecord(record, all, situation),
        ...lines.flatMap(lines.length > FEW ? asList : asTexts),
      ],
      buttons: [seeButton(record)],
      about: [record.ref],
      duties,
    });
  },
});

/** More than these are shown as lists: a chat product takes only so many blocks. */
const FEW = 3;
const asList = (items: readonly string[]): readonly Block[] => [{ type: 'list', items }];
const asTexts = (lines: readonly string[]): readonly Block[] => lines.map(text);

/** "You had this as a safeguarding partner.", for a notice that went to the person who asks. */
const sayWhom = (to: PostId | undefined, { arrangement, actor }: Situation): Message['blocks'] =>
  to && actor.posts.includes(to)
    ? [text(`You had this notice as ${postOf(arrangement, to).standing}.`)]
    : [];

const seeButton = (record: HeedRecord): Button => {
  const see = seeOf(record);
  return Object.values(see.fields).includes(record.ref) ? { ...see, record: record.ref } : see;
};
