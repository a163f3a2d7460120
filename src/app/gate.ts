import {
  findIdentifier,
  type Gate,
  type IdentifierKind,
  looksLikeName,
} from '../domain/privacy.ts';
import type { FieldMeta } from './field.ts';

/** What is wrong with one field, in a sentence that never repeats what was typed. */
export interface Problem {
  readonly field: string;
  readonly sentence: string;
  /** Set where the privacy gate refused it: the kind alone may be written down. */
  readonly kind?: IdentifierKind | 'a name' | 'a link';
}

/** Every free text passes here before anything is stored or logged (privacy.md E5). */
export const checkText = (
  field: string,
  { onCase = false, pointer = false }: FieldMeta,
  typed: string,
  gate: Gate,
  sure: boolean,
): Problem | undefined => {
  const kind = findIdentifier(typed, pointer ? { ...gate, patterns: [] } : gate, { onCase });
  if (kind) return { field, kind, sentence: refused(kind) };
  if (onCase && LINK.test(typed)) return { field, kind: 'a link', sentence: NO_LINK };
  if (!sure && looksLikeName(typed, gate)) return { field, kind: 'a name', sentence: NAME };
  return undefined;
};

/** privacy.md E5: a link may lead to a person. */
const LINK = /\b(?:https?:|www\.)/i;
const NO_LINK =
  "There is a link in a text about a case, so nothing was saved. Give the reference in the council's system instead.";

const refused = (kind: IdentifierKind): string =>
  kind === 'a date'
    ? 'There is a date in a text about a case, so nothing was saved. Put the day in the field that asks for it, or leave it out.'
    : `That looks like ${kind}, so nothing was saved. Give the child's code (Child M) and the reference in the council's system.`;

const NAME =
  "Two capitalised words look like a person's name, so nothing was saved yet. If they are nobody's name, send it again with sure=yes; otherwise write the child's code or the post.";
