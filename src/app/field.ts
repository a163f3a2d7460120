import { z } from 'zod';
import { Day } from '../domain/day.ts';
import { PostId } from '../domain/item.ts';
import { Ref, type Series } from '../domain/reference.ts';

export type Kind =
  | 'choice'
  | 'choices'
  | 'day'
  | 'text'
  | 'yes-no'
  | 'number'
  | 'reference'
  | 'references'
  | 'words'
  | 'post'
  | 'agency'
  | 'agencies'
  | 'body'
  | 'area'
  | 'review-type'
  | 'sheet';

/** What a surface needs to know of a field to ask for it, and the parser to read it. */
export interface FieldMeta {
  readonly kind: Kind;
  /** The question: "What happened". */
  readonly title: string;
  readonly hint?: string;
  readonly options?: readonly string[];
  /** Taken when the person leaves it out, as they would have typed it. */
  readonly fallback?: string;
  /** It has to be given wherever it is offered (`offered.ts`). */
  readonly wanted?: boolean;
  /** It may stand bare, without `name=`. */
  readonly bare?: boolean;
  /** The text hangs on a case: no date may stand in it (privacy.md E5). */
  readonly onCase?: boolean;
  /** The one field meant for the council's own case number. */
  readonly pointer?: boolean;
  /** Which records a reference may be to; any, where nothing is said. */
  readonly series?: readonly Series[];
  /** Of the posts, those of the pool of scrutineers alone. */
  readonly among?: 'scrutineers';
  /** The most characters of a text, or the least and the most of a number. */
  readonly most?: number;
  readonly least?: number;
}

type Extra = Omit<FieldMeta, 'kind' | 'title' | 'options'>;

/** One of these and nothing else. */
export const choice = <const T extends readonly [string, ...string[]]>(
  title: string,
  options: T,
  extra: Extra = {},
) => z.enum(options).meta({ kind: 'choice', title, options, ...extra } satisfies FieldMeta);

/** Some of these, comma-separated. */
export const choices = <const T extends readonly [string, ...string[]]>(
  title: string,
  options: T,
  extra: Extra = {},
) =>
  z
    .array(z.enum(options))
    .readonly()
    .meta({ kind: 'choices', title, options, ...extra } satisfies FieldMeta);

export const yesNo = (title: string, extra: Extra = {}) =>
  z.boolean().meta({ kind: 'yes-no', title, options: ['yes', 'no'], ...extra } satisfies FieldMeta);

/** A day in London, however it was typed. */
export const dayField = (title: string, extra: Extra = {}) =>
  z
    .unknown()
    .pipe(Day)
    .meta({ kind: 'day', title, ...extra } satisfies FieldMeta);

export const number = (
  title: string,
  range: { readonly least: number; readonly most: number; readonly over?: string },
  extra: Extra = {},
) => {
  const { least, most, over } = range;
  const wanted = `write a whole number from ${least} to ${most}`;
  return z
    .number(wanted)
    .int(wanted)
    .min(least, wanted)
    .max(most, over ?? wanted)
    .meta({ kind: 'number', title, least, most, ...extra } satisfies FieldMeta);
};

/** Control characters, and those that turn the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}]/u;

/** Free text: it passes the privacy gate before anything else sees it. */
export const freeText = (title: string, extra: Extra & { readonly most?: number } = {}) => {
  const { most = 500, ...meta } = extra;
  return z
    .string()
    .trim()
    .min(1, 'it is empty; write something or leave it out')
    .max(most, `shorten it to ${most} characters`)
    .refine((text) => !UNSEEN.test(text), 'type it again: it holds characters that cannot be seen')
    .meta({ kind: 'text', title, most, ...meta } satisfies FieldMeta);
};

/** Why something is closed or taken back. */
export const reasonField = () => freeText('Why?', { most: 300 });

/** A record of one series, of one of several, or of any; it goes bare. */
export const referenceField = (
  title: string,
  wanted: Series | readonly Series[] = [],
  extra: Extra = {},
) => {
  const series = typeof wanted === 'string' ? [wanted] : wanted;
  return z
    .unknown()
    .pipe(
      Ref.refine(
        (ref) => series.length === 0 || series.some((one) => ref.startsWith(one)),
        `write a reference like ${series.map((one) => `${one}-2026-1`).join(' or ')}`,
      ),
    )
    .meta({
      kind: 'reference',
      title,
      bare: true,
      ...(series.length > 0 ? { series } : {}),
      ...extra,
    } satisfies FieldMeta);
};

/** Some records of one series, comma-separated; they go bare. */
export const referencesField = (title: string, series: Series, extra: Extra = {}) =>
  z
    .array(Ref.refine((ref) => ref.startsWith(series), `write references like ${series}-2026-1`))
    .min(1, `write references like ${series}-2026-1`)
    .readonly()
    .meta({
      kind: 'references',
      title,
      bare: true,
      series: [series],
      ...extra,
    } satisfies FieldMeta);

/** A spreadsheet saved as CSV: whoever reads it puts each cell through the privacy gate. */
export const sheetField = (title: string) =>
  z
    .string()
    .max(1_000_000, 'it is too large: send it in parts')
    .meta({ kind: 'sheet', title } satisfies FieldMeta);

/** A body of the partnership, by its id: "qapr". */
export const bodyField = (title: string, extra: Extra = {}) =>
  z.string().meta({ kind: 'body', title, ...extra } satisfies FieldMeta);

/** One of the partnership's areas, by its id: "city". Offered only where there are several. */
export const areaField = (title: string, extra: Extra = {}) =>
  z
    .string()
    .meta({ kind: 'area', title, ...extra } satisfies FieldMeta)
    .optional();

/** One of the reviews that the arrangement lists and that begin with an incident, by its id: "learning-review". */
export const reviewTypeField = (title: string, extra: Extra = {}) =>
  z.string().meta({ kind: 'review-type', title, ...extra } satisfies FieldMeta);

/** Words of Heed's own, such as a command's name or a notice's key. */
export const words = (title: string, extra: Extra & { readonly most?: number } = {}) => {
  const { most = 200, ...meta } = extra;
  return z
    .string()
    .max(most, `shorten it to ${most} characters`)
    .meta({ kind: 'words', title, ...meta } satisfies FieldMeta);
};

/** A post of the partnership, by its id: "police-lead". */
export const postField = (title: string, extra: Extra = {}) =>
  z
    .unknown()
    .pipe(PostId)
    .meta({ kind: 'post', title, ...extra } satisfies FieldMeta);

/** One of the partnership's agencies, by its id: "probation". */
export const agencyField = (title: string, extra: Extra = {}) =>
  z.string().meta({ kind: 'agency', title, ...extra } satisfies FieldMeta);

/** Some of them, or all. */
export const agenciesField = (title: string, extra: Extra = {}) =>
  z
    .array(z.string())
    .readonly()
    .meta({ kind: 'agencies', title, ...extra } satisfies FieldMeta);

const metas = new WeakMap<z.ZodType, FieldMeta>();

/** The description of a field, through `.optional()`; zod would put it together anew each time. */
export const metaOf = (schema: z.ZodType): FieldMeta => {
  const meta = metas.get(schema) ?? readMeta(schema);
  metas.set(schema, meta);
  return meta;
};

const readMeta = (schema: z.ZodType): FieldMeta => {
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  return inner.meta() as unknown as FieldMeta;
};

export const isRequired = (schema: z.ZodType): boolean =>
  !(schema instanceof z.ZodOptional) && metaOf(schema).fallback === undefined;
