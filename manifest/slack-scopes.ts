/**
 * What Heed may do in a workspace, and why: the least that will do. Nobody is looked up by e-mail, no
 * conversation is read, and nothing is known of public channels: one that was configured by mistake
 * answers `missing_scope`, so it is not a private channel that Heed can see, and no case goes there.
 */
export const SCOPES = {
  commands: 'Its slash commands and shortcuts.',
  'chat:write': 'Its reminders, and the cards of cases where it was invited; changing them later.',
  'im:write': 'Opening a direct message with whoever is to be reminded.',
  'groups:read':
    'Whether a channel is private and who is in it, before a case is shown there; and hearing who joins.',
  'users:read': 'Who is a guest, from another organisation, or gone.',
} as const satisfies Readonly<Record<string, string>>;

/** What Slack tells Heed of unasked, and why. No message is among it. */
export const EVENTS = {
  app_home_opened: 'Drawing what somebody owes, when they look.',
  app_uninstalled: 'Knowing that nothing can be sent there any more.',
  member_joined_channel: 'Looking again at who may see the cases of a channel. Needs groups:read.',
  tokens_revoked: 'Knowing that nothing can be sent there any more.',
} as const satisfies Readonly<Record<string, string>>;
