import { isJson, type Json } from './json.ts';

/** Says what is wrong with a value, in Slack's words, each with the place it is at. */
export type Shape = (value: unknown, at: string) => readonly string[];

export const wrong = (what: string, at: string): readonly string[] => [
  `${what} [json-pointer:${at}]`,
];

export const string =
  ({
    min = 0,
    max = Number.POSITIVE_INFINITY,
  }: {
    readonly min?: number;
    readonly max?: number;
  }): Shape =>
  (value, at) => {
    if (typeof value !== 'string') return wrong('should be a string', at);
    if (value.length < min) return wrong(`must be more than ${min - 1} characters`, at);
    return value.length > max ? wrong(`must be less than ${max + 1} characters`, at) : [];
  };

export const boolean: Shape = (value, at) =>
  typeof value === 'boolean' ? [] : wrong('should be a boolean', at);

export const integer =
  (min: number, max: number): Shape =>
  (value, at) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      ? []
      : wrong(`should be an integer from ${min} to ${max}`, at);

export const among =
  (...allowed: readonly string[]): Shape =>
  (value, at) =>
    allowed.includes(String(value)) ? [] : wrong(`must be a valid enum value`, at);

/** A string that says something Slack can read: a day, a time, an address. */
export const readable =
  (what: string, reads: (text: string) => boolean): Shape =>
  (value, at) =>
    typeof value === 'string' && reads(value) ? [] : wrong(`must be a valid ${what}`, at);

export const list =
  (item: Shape, { min = 0, max }: { readonly min?: number; readonly max: number }): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) return wrong('should be an array', at);
    if (value.length < min) return wrong(`must provide at least ${min} items`, at);
    if (value.length > max) return wrong(`no more than ${max} items allowed`, at);
    return value.flatMap((one, index) => item(one, `${at}/${index}`));
  };

type Shapes = Readonly<Record<string, Shape>>;

/** An object with these fields and no others; `also` looks at it as a whole when each field is right. */
export const object =
  (
    required: Shapes,
    optional: Shapes = {},
    also?: (value: Json, at: string) => readonly string[],
  ): Shape =>
  (value, at) => {
    if (!isJson(value)) return wrong('should be an object', at);
    const fields = { ...required, ...optional };
    const problems = [
      ...Object.keys(required)
        .filter((name) => value[name] === undefined)
        .flatMap((name) => wrong(`missing required field: ${name}`, at)),
      ...Object.entries(value).flatMap(([name, inner]) =>
        inner === undefined
          ? []
          : (fields[name]?.(inner, `${at}/${name}`) ??
            wrong(`invalid additional property: ${name}`, at)),
      ),
    ];
    return problems.length > 0 ? problems : (also?.(value, at) ?? []);
  };

/** One of several objects, told apart by their `type`. */
export const byType =
  (shapes: Shapes): Shape =>
  (value, at) => {
    if (!isJson(value)) return wrong('should be an object', at);
    const type = String(value.type);
    const shape = Object.hasOwn(shapes, type) ? shapes[type] : undefined;
    return shape ? shape(value, at) : wrong(`unsupported type: ${type}`, `${at}/type`);
  };
