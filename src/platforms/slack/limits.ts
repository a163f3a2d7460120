/** A bug of ours: something that Slack would refuse was about to leave. Names the place and the limit, never the content. */
export class BadForSlack extends Error {}

/** Throws BadForSlack, or says how many characters there are in what it was shown. */
export type Rule = (value: unknown, at: string) => number;
export type Fields = Readonly<Record<string, unknown>>;
type Rules = Readonly<Record<string, Rule>>;
type Also = (fields: Fields, at: string) => void;

export const bad = (at: string, why: string): never => {
  throw new BadForSlack(`${at}: ${why}`);
};

/** Slack counts characters; UTF-16 units are never fewer. */
export const letters =
  (least: number, most: number): Rule =>
  (value, at) => {
    if (typeof value !== 'string') return bad(at, 'must be text');
    if (value.length < least) return bad(at, `must have at least ${least} characters`);
    if (value.length > most) return bad(at, `may have ${most} characters, has ${value.length}`);
    // Half a pair cannot be sent: encodeURIComponent throws on it.
    return value.isWellFormed() ? value.length : bad(at, 'holds half a character');
  };

export const flag: Rule = (value, at) =>
  typeof value === 'boolean' ? 0 : bad(at, 'must be true or false');

export const whole =
  (least: number, most: number): Rule =>
  (value, at) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
      ? 0
      : bad(at, `must be a whole number from ${least} to ${most}`);

export const oneOf =
  (...words: readonly string[]): Rule =>
  (value, at) =>
    words.some((word) => word === value) ? 0 : bad(at, `must be ${words.join(' or ')}`);

export const list =
  (rule: Rule, least: number, most: number): Rule =>
  (value, at) => {
    if (!Array.isArray(value)) return bad(at, 'must be a list');
    if (value.length < least) return bad(at, `must have at least ${least}`);
    if (value.length > most) return bad(at, `may have ${most}, has ${value.length}`);
    return value.reduce((sum: number, one, index) => sum + rule(one, `${at}[${index}]`), 0);
  };

/** A closed table of fields: what stands in neither half is refused. */
export const shape = (needed: Rules, optional: Rules = {}, also: Also = () => {}): Rule => {
  const rules = new Map(Object.entries({ ...needed, ...optional }));
  const names = Object.keys(needed);
  return (value, at) => {
    const fields = fieldsOf(value, at);
    const characters = Object.keys(fields).reduce((sum, name) => {
      if (fields[name] === undefined) return sum;
      const rule = rules.get(name) ?? bad(at, 'has a field that Slack does not know');
      return sum + rule(fields[name], `${at}.${name}`);
    }, 0);
    for (const name of names) if (fields[name] === undefined) bad(`${at}.${name}`, 'is missing');
    also(fields, at);
    return characters;
  };
};

/** The rule for its `type`; every other type is refused. */
export const byType = (rules: Rules): Rule => {
  const known = new Map<unknown, Rule>(Object.entries(rules));
  return (value, at) => {
    const rule = known.get(fieldsOf(value, at).type);
    return (rule ?? bad(at, 'is of a type that may not stand here'))(value, at);
  };
};

/** `type` itself, once `byType` has picked the rule by it. */
export const picked: Rule = () => 0;

export const unique = (values: readonly unknown[], at: string, what: string): void => {
  if (new Set(values).size < values.length) bad(at, `every ${what} must be another`);
};

const fieldsOf = (value: unknown, at: string): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : bad(at, 'must be an object');
