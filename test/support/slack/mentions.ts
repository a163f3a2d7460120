import { isJson, type Json, str } from './json.ts';
import type { Mention } from './types.ts';

const MARKED = /<(?:@[UW]\w+|#C\w+|![^>|]+)(?:\|[^>]*)?>/g;

/** What would light up, were this posted: docs.slack.dev/messaging/formatting-message-text. */
export const mentionsIn = (
  channel: string,
  text: string,
  blocks: readonly Json[],
): readonly Mention[] =>
  [text, ...marked(blocks)].flatMap((within) =>
    (within.match(MARKED) ?? [])
      .filter((mention) => !mention.startsWith('<!date^'))
      .map((mention) => ({ channel, mention, within })),
  );

/** Every text in which Slack reads mentions. */
const marked = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(marked);
  if (!isJson(value)) return [];
  return READ[str(value.type)]?.(value) ?? Object.values(value).flatMap(marked);
};

const READ: Readonly<Record<string, (value: Json) => readonly string[]>> = {
  mrkdwn: ({ text }) => [str(text)],
  markdown: ({ text }) => [str(text)],
  user: ({ user_id }) => [`<@${user_id}>`],
  channel: ({ channel_id }) => [`<#${channel_id}>`],
  broadcast: ({ range }) => [`<!${range}>`],
};
