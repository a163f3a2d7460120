import type { Situation } from '../../src/app/command.ts';
import { speaksFor } from '../../src/domain/agencies.ts';

/** The statutory partners that somebody is the lead or the deputy of. */
export const ownPartners = ({ arrangement, actor }: Situation): readonly string[] =>
  arrangement.statutory.filter((id) => actor.posts.some((post) => speaksFor(id, post)));

/** A partner speaks for itself; the business unit writes down what it was told. */
export const mayWriteFor = (partner: string, situation: Situation): boolean =>
  situation.roles.includes('business-unit') || ownPartners(situation).includes(partner);
