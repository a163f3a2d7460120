import { z } from 'zod';
import { Carried } from './carried.ts';

const Fields = z.record(z.string(), z.string());
const Team = z.object({ id: z.string() }).nullish();
const User = z.object({ id: z.string(), team_id: z.string().optional() });

/** What Heed reads of a slash command. */
export const SlashCommand = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: z.string(),
  user_id: z.string(),
  trigger_id: z.string(),
  response_url: z.string(),
});
export type SlashCommand = z.infer<typeof SlashCommand>;

const Element = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
});
const State = z
  .object({ values: z.record(z.string(), z.record(z.string(), Element)) })
  .default({ values: {} });

const View = z.object({
  id: z.string(),
  /** Where Heed is installed, when somebody from elsewhere fills the form in. */
  app_installed_team_id: z.string().nullish(),
  type: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  state: State.nullish(),
});
export type View = z.infer<typeof View>;

/** What says who asks, in everything but commands and events. */
export const Interaction = z.object({ user: User, team: Team, view: View.optional() });

/** A button that was pressed: on a message, in a modal, or on the home tab. */
export const Press = z.object({
  user: User,
  team: Team,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  container: z.object({ is_ephemeral: z.boolean().optional() }).default({}),
  view: View.optional(),
  actions: z.tuple(
    [z.object({ action_id: z.string(), value: z.string().optional() })],
    z.unknown(),
  ),
});
export type Press = z.infer<typeof Press>;

export const Submission = z.object({ user: User, team: Team, view: View });
export type Submission = z.infer<typeof Submission>;

export const ShortcutUse = z.object({
  user: User,
  team: Team,
  trigger_id: z.string(),
  callback_id: z.string(),
  message: z.object({ text: z.string().default('') }).optional(),
});
export type ShortcutUse = z.infer<typeof ShortcutUse>;

/** Who asks: the workspace they are at home in, their id there, and the workspace they ask from. */
export interface Asker {
  readonly home: string;
  readonly user: string;
  readonly team: string;
}

export const askerOf = ({
  user,
  team,
  view,
}: Pick<z.infer<typeof Interaction>, 'user' | 'team' | 'view'>): Asker => ({
  home: user.team_id ?? team?.id ?? '',
  user: user.id,
  team: view?.app_installed_team_id ?? team?.id ?? user.team_id ?? '',
});

/** The fields that a button carries. */
export const fieldsOf = (value: string | undefined): Readonly<Record<string, string>> => {
  const read = Fields.safeParse(parsed(value ?? ''));
  return read.success ? read.data : {};
};

export const carriedBy = ({ private_metadata: text }: View): Carried | undefined =>
  Carried.safeParse(parsed(text)).data;

/** What a form holds, as it would be typed; what was left empty is left out. */
export const filledIn = ({ state }: View): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(state?.values ?? {}).flatMap(([name, block]) => {
      const value = typedIn(Object.values(block)[0] ?? {});
      return value === '' ? [] : [[name, value]];
    }),
  );

const typedIn = (one: z.infer<typeof Element>): string =>
  one.value ??
  one.selected_date ??
  one.selected_option?.value ??
  one.selected_options?.map(({ value }) => value).join(',') ??
  '';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
