import { type Decision, refuse, type Situation } from '../../src/app/command.ts';
import { referenceField } from '../../src/app/field.ts';
import { onRecord } from '../../src/app/on-record.ts';
import { speaksFor } from '../../src/domain/agencies.ts';
import { londonDay, sayNear } from '../../src/domain/day.ts';
import type { Ref } from '../../src/domain/reference.ts';
import type { InformationRequest } from '../../src/domain/requests/request.ts';
import { maySee } from '../../src/domain/roles.ts';

export const request = referenceField('Which request', 'IR');

export const onRequest = onRecord('request', '/request list shows those there are.');

/** The same for one that is still going on. */
export const onOpenRequest = (
  ref: Ref,
  situation: Situation,
  decide: (request: InformationRequest) => Decision,
): Decision =>
  onRequest(ref, situation, (found) =>
    found.closed
      ? refuse(
          `${ref} was closed on ${sayNear(londonDay(found.closed.at), situation.today)}, so nothing more is recorded on it. Ask anew with /request new.`,
        )
      : decide(found),
  );

/** The agencies of a request that this person answers for. */
export const ownAgencies = (
  { parts }: InformationRequest,
  { actor }: Pick<Situation, 'actor'>,
): readonly string[] =>
  Object.keys(parts).filter((agency) => actor.posts.some((post) => speaksFor(agency, post)));

export const seesAll = (record: InformationRequest, { roles }: Pick<Situation, 'roles'>): boolean =>
  maySee(roles, record);
