import type { Action } from './action.ts';
import { agendaOf } from './agenda.ts';
import type { Person } from './arrangement.ts';
import type { Instant } from './day.ts';
import { type Digest, digestOf } from './digest.ts';
import type { Setting } from './duty.ts';
import type { PostId } from './item.ts';
import type { Ledger } from './ledger.ts';
import { canSee, holderOf } from './posts.ts';

/** The actions that a body follows, of what somebody may see; none of a case that is held back (governance.md G77). */
export const actionsUnder = (
  body: string,
  ledger: Ledger,
  setting: Setting,
  person: Person,
): readonly Action[] =>
  [...(agendaOf(ledger, setting).bodies.get(body)?.keys() ?? [])].flatMap((ref) => {
    const record = ledger.records.get(ref);
    return record?.is === 'action' && canSee(setting.arrangement, person, record) ? [record] : [];
  });

interface Asked {
  readonly body: string;
  readonly person: Person;
  readonly since: Instant;
  readonly now: Instant;
}

export const bodyDigest = (
  { body, person, since, now }: Asked,
  ledger: Ledger,
  setting: Setting,
): Digest =>
  digestOf(actionsUnder(body, ledger, setting, person), {
    since,
    now,
    today: setting.today,
    isHeld: (post: PostId) => holderOf(setting.arrangement, post) !== undefined,
  });

/** The body that a chair's post is of. */
export const bodyOfChair = (post: PostId): string => post.replace(/-chair$/, '');
