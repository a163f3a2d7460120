import { type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { visibleRecord } from '../../src/app/visible.ts';
import { type Duty, dutiesOf, isOpen } from '../../src/domain/duty.ts';
import { readKey } from '../../src/domain/key.ts';
import { holds } from '../../src/domain/posts.ts';
import { listed } from '../../src/domain/words.ts';

/** Decides on one thing that somebody owes, by its record, and its name where there are several. */
export const onOwnDuty = (
  about: string,
  name: string | undefined,
  situation: Situation,
  decide: (duty: Duty) => Decision,
): Decision => {
  const asked = readKey(about);
  const record = asked && visibleRecord(situation, asked.record);
  if (!record)
    return refuse(
      'There is nothing under that reference that you can see. Give one like AC-2026-1; /due lists yours.',
    );
  const wanted = name ?? asked?.duty;
  const own = dutiesOf(record, situation).filter(
    (duty) => isOpen(duty) && isOwn(duty, situation) && (!wanted || duty.name === wanted),
  );
  const [duty, ...others] = own;
  if (!duty) return refuse(`You owe nothing of that on ${record.ref}. /due lists what you owe.`);
  if (others.length > 0)
    return refuse(
      `${record.ref} has several things to do. Name one of ${listed(own.map((one) => one.name))} after it.`,
    );
  return decide(duty);
};

/** Nobody else says it for them: it silences what would come to them. */
const isOwn = ({ owner }: Duty, { arrangement, actor }: Situation): boolean =>
  holds(arrangement, actor, owner);
