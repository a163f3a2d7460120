import type { z } from 'zod';
import { everyAgency } from '../domain/agencies.ts';
import { hasAreas } from '../domain/areas.ts';
import type { Agency, Arrangement } from '../domain/arrangement.ts';
import type { Setting } from '../domain/duty.ts';
import type { PostId } from '../domain/item.ts';
import { startedTypes } from '../domain/reviews/types.ts';
import { listed } from '../domain/words.ts';
import type { Command } from './command.ts';
import { type FieldMeta, type Kind, metaOf } from './field.ts';
import { checkText, type Problem } from './gate.ts';
import { nearest } from './nearest.ts';
import { fieldsIn, isNeeded } from './offered.ts';
import type { Raw } from './typed.ts';
import { readDay } from './typed-day.ts';

/** A form read: its values, or what is missing, or what is wrong with which field. */
export type Form =
  | { readonly is: 'filled'; readonly values: Record<string, unknown> }
  | { readonly is: 'missing'; readonly fields: readonly string[] }
  | { readonly is: 'wrong'; readonly problems: readonly Problem[] };

/** With `sure=yes` a person says that what looks like a name is not one. */
const SURE = 'sure';

type Read = { readonly value: unknown } | { readonly problem: Problem };

/** Reads raw fields by their kinds, the privacy gate first; never repeats what was typed. */
export const readForm = (command: Command, raw: Raw, setting: Setting): Form => {
  const schemas = Object.entries(command.fields.shape) as [string, z.ZodType][];
  const { fields, over } = withBare(raw, command);
  const strange = Object.keys(fields).filter(
    (name) => name !== SURE && !Object.hasOwn(command.fields.shape, name),
  );
  const sure = YES_NO.get(slug(fields[SURE] ?? 'no'));
  const read = schemas.flatMap(([name, schema]) => {
    const typed = given(fields[name], metaOf(schema));
    return typed === undefined
      ? []
      : [[name, readField(name, metaOf(schema), typed, setting, sure === true)]];
  }) as [string, Read][];
  const problems = [
    ...(over || strange.length > 0 ? [strangeProblem(command, setting)] : []),
    ...(sure === undefined ? [{ field: SURE, sentence: 'say yes or no' }] : []),
    ...read.flatMap(([, one]) => ('problem' in one ? [one.problem] : [])),
  ];
  if (problems.length > 0) return { is: 'wrong', problems };
  const missing = schemas.filter(
    ([name, schema]) => isNeeded(schema, setting.arrangement) && !fields[name],
  );
  if (missing.length > 0) return { is: 'missing', fields: missing.map(([name]) => name) };
  return checked(
    command,
    Object.fromEntries(read.map(([name, one]) => [name, 'value' in one ? one.value : undefined])),
  );
};

/** What was typed, as a form shows it again: a day as 2026-04-01, a choice by its own name. */
export const retyped = (meta: FieldMeta, typed: string, setting: Setting): string => {
  if (meta.kind === 'text') return typed;
  const read = readers[meta.kind](typed.trim(), meta, setting);
  if ('unclear' in read) return typed;
  return typeof read.value === 'boolean' ? (read.value ? 'yes' : 'no') : String(read.value);
};

/** A day that was left empty is asked back about; anything else that is empty counts as left out. */
const given = (typed: string | undefined, { kind, fallback }: FieldMeta): string | undefined =>
  typed === '' && kind === 'day' ? typed : typed || fallback;

const checked = (command: Command, values: Record<string, unknown>): Form => {
  const parsed = command.fields.safeParse(values);
  if (parsed.success) return { is: 'filled', values: parsed.data };
  const byField = new Map(
    parsed.error.issues.map(({ path, message }) => [String(path[0]), message]),
  );
  const problems = [...byField].map(([field, sentence]) => ({ field, sentence }));
  return { is: 'wrong', problems };
};

const REFERENCE = /^[a-z]{2}-\d{4}-\d+(?:,|$)/i;

/** Gives what stood bare to the fields that may stand so, in their order. */
export const withBare = (raw: Raw, { fields: { shape } }: Command) => {
  const schemas = Object.entries(shape) as [string, z.ZodType][];
  const open = schemas.filter(([name, schema]) => metaOf(schema).bare && !(name in raw.fields));
  const [first] = open;
  // A list of references takes all that stands bare: "AC-2026-1, AC-2026-2".
  const given =
    first && metaOf(first[1]).kind === 'references' && raw.bare.every((one) => REFERENCE.test(one))
      ? [raw.bare.join(',')].filter(Boolean)
      : raw.bare;
  const bare = open.slice(0, given.length).map(([name], at) => [name, given[at] ?? '']);
  return {
    fields: { ...raw.fields, ...Object.fromEntries(bare) } as Record<string, string>,
    over: given.length > open.length,
  };
};

const strangeProblem = (command: Command, { arrangement }: Setting): Problem => {
  const names = fieldsIn(command, arrangement).map(([name]) => name);
  return {
    field: '',
    sentence:
      names.length > 0
        ? `There is something here that belongs to no field, so nothing was saved. The fields of /${command.name} are ${names.join(', ')}; words with spaces take double quotes.`
        : `/${command.name} takes no fields. Send it alone.`,
  };
};

/** Chat products and web pages take a text in several lines; Heed says it in one. */
const inOneLine = (typed: string): string =>
  typed
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');

const readField = (
  field: string,
  meta: FieldMeta,
  typed: string,
  setting: Setting,
  sure: boolean,
): Read => {
  if (meta.kind === 'text') {
    const line = inOneLine(typed);
    const problem = checkText(field, meta, line, setting.arrangement.gate, sure);
    return problem ? { problem } : { value: line };
  }
  const read = readers[meta.kind](typed.trim(), meta, setting);
  return 'unclear' in read ? { problem: { field, sentence: read.unclear } } : read;
};

type Reader = (
  typed: string,
  meta: FieldMeta,
  setting: Setting,
) => { readonly value: unknown } | { readonly unclear: string };

const readers: Readonly<Record<Exclude<Kind, 'text'>, Reader>> = {
  day: (typed, _, setting) => {
    const read = readDay(typed, setting);
    return 'day' in read ? { value: read.day } : read;
  },
  choice: (typed, { options = [] }) => {
    const value = options.find((one) => one === slug(typed));
    return value ? { value } : { unclear: `choose ${listed(options, 'or')}` };
  },
  choices: (typed, { options = [] }) => {
    const asked = typed.split(',').map((one) => slug(one.trim()));
    return asked.every((one) => options.includes(one))
      ? { value: options.filter((one) => asked.includes(one)) }
      : { unclear: `choose some of ${listed(options)}, with commas between them` };
  },
  'yes-no': (typed) => {
    const value = YES_NO.get(slug(typed));
    return value === undefined ? { unclear: 'say yes or no' } : { value };
  },
  number: (typed) => ({ value: /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN }),
  reference: (typed) => ({ value: typed.toUpperCase() }),
  references: (typed) => ({
    value: typed
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  }),
  body: (typed, _, { arrangement: { bodies } }) =>
    bodies.some(({ id }) => id === slug(typed))
      ? { value: slug(typed) }
      : {
          unclear: `there is no such body. Choose one of ${listed(bodies.map(({ id }) => id))}`,
        },
  area: (typed, _, { arrangement }) =>
    hasAreas(arrangement) && arrangement.areas.some(({ id }) => id === slug(typed))
      ? { value: slug(typed) }
      : { unclear: noSuchArea(arrangement) },
  'review-type': (typed, _, { arrangement }) =>
    startedTypes(arrangement).some(({ id }) => id === slug(typed))
      ? { value: slug(typed) }
      : { unclear: noSuchType(slug(typed), arrangement) },
  words: (typed) => ({ value: typed }),
  sheet: (typed) => ({ value: typed }),
  post: (typed, _, { arrangement }) => {
    const post = slug(typed).replace(/^@/, '') as PostId;
    return arrangement.posts.has(post)
      ? { value: post }
      : {
          unclear: noSuchPost(post, arrangement),
        };
  },
  /** One that was an agency may still owe an answer. */
  agency: (typed, _, { arrangement }) =>
    everyAgency(arrangement).some(({ id }) => id === slug(typed))
      ? { value: slug(typed) }
      : { unclear: noSuchAgency(arrangement.agencies) },
  agencies: (typed, _, { arrangement: { agencies } }) => {
    const ids = agencies.map(({ id }) => id);
    if (slug(typed) === 'all') return { value: ids };
    const asked = typed.split(',').map((one) => slug(one.trim()));
    return asked.every((one) => ids.includes(one))
      ? { value: ids.filter((id) => asked.includes(id)) }
      : { unclear: noSuchAgency(agencies) };
  },
};

const noSuchPost = (typed: string, { posts }: Arrangement): string => {
  const known = [...posts.values()].filter(({ ended }) => !ended).map(({ id }) => id);
  const near = nearest(typed, known);
  const meant = near.length > 0 ? `. Did you mean ${listed(near, 'or')}?` : '.';
  return `there is no such post${meant} /roster show has all of them`;
};

const noSuchArea = (arrangement: Arrangement): string =>
  hasAreas(arrangement)
    ? `there is no such area. Choose ${listed(
        arrangement.areas.map(({ id }) => id),
        'or',
      )}`
    : 'the partnership has one area alone. Leave it out';

/** Some of those that an arrangement lists come of a decision, or from elsewhere. */
const noSuchType = (typed: string, arrangement: Arrangement): string => {
  const ids = startedTypes(arrangement).map(({ id }) => id);
  if (arrangement.reviewTypes.some(({ id }) => id === typed))
    return `a review of that type does not begin with an incident. Those that do: ${listed(ids)}; what is decided of one is /review decide`;
  return ids.length > 0
    ? `the arrangement has no such type of review. Choose one of ${listed(ids)}`
    : 'the arrangement lists no types of review that begin here. Leave it out';
};

const noSuchAgency = (agencies: readonly Agency[]): string =>
  `there is no such agency. Those there are: ${listed(agencies.map(({ id }) => id))}`;

const slug = (typed: string): string => typed.toLowerCase().replace(/[\s_]+/g, '-');
const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['y', true],
  ['no', false],
  ['n', false],
]);
