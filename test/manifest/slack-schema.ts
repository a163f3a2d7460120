import { z } from 'zod';

const isUnique = (values: readonly string[]): boolean => new Set(values).size === values.length;
const text = (least: number, most: number) => z.string().min(least).max(most);
const url = text(1, 3000).startsWith('https://').optional();
const names = z.array(text(1, 50)).max(100).refine(isUnique, 'one stands there twice');

const slashCommand = z.strictObject({
  command: text(2, 32).regex(/^\/[a-z0-9_-]+$/),
  description: text(1, 2000),
  usage_hint: text(1, 1000).optional(),
  should_escape: z.literal(true),
  url,
});

const shortcut = z.strictObject({
  type: z.enum(['global', 'message']),
  name: text(1, 24),
  callback_id: text(1, 255),
  description: text(1, 150),
});

/**
 * What Slack takes of a manifest, as far as Heed writes one; nothing else may stand in it.
 * github.com/slackapi/manifest-schema, schemas/manifest.schema.2.0.0.json. Written down apart from the
 * limits in manifest/, so that one mistake is not made twice.
 */
export const SlackManifest = z.strictObject({
  display_information: z.strictObject({
    name: text(1, 35),
    description: text(1, 140),
    long_description: text(175, 4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: text(1, 80), always_online: z.boolean() }),
    shortcuts: z.array(shortcut).min(1).max(10).optional(),
    slash_commands: z
      .array(slashCommand)
      .min(1)
      .max(50)
      .refine((all) => isUnique(all.map(({ command }) => command)), 'a command stands there twice'),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: names }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: url, bot_events: names }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: url }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
    is_hosted: z.literal(false),
  }),
});
