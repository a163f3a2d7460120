import { isJson, type Json } from './json.ts';
import { faultsOfBlocks } from './shape-blocks.ts';

/** How Slack refuses what is to be posted. */
export interface Unfit {
  readonly error: string;
  readonly messages?: readonly string[];
}

const LONGEST_TEXT = 40_000;
/** Undocumented; others measured 13,202 characters of text: github.com/metabase/metabase/pull/79908. */
const LONGEST_BLOCKS = 13_200;

/** Why Slack would not post this, if it would not. */
export const unfit = (text: unknown, blocks: unknown): Unfit | undefined => {
  const all = blocks ?? [];
  if (!Array.isArray(all) || !all.every(isJson)) return { error: 'invalid_blocks_format' };
  if (!text && all.length === 0) return { error: 'no_text' };
  if (String(text ?? '').length > LONGEST_TEXT) return { error: 'msg_too_long' };
  return unfitBlocks(all);
};

const unfitBlocks = (blocks: readonly Json[]): Unfit | undefined => {
  const messages = faultsOfBlocks(blocks, 'message', '/blocks');
  if (messages.length > 0) return { error: 'invalid_blocks', messages };
  return wordsLength(blocks) > LONGEST_BLOCKS ? { error: 'msg_blocks_too_long' } : undefined;
};

const wordsLength = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + wordsLength(one), 0);
  if (!isJson(value)) return 0;
  return Object.entries(value).reduce((sum, [key, inner]) => sum + ofField(key, inner), 0);
};

const ofField = (key: keyof Json, inner: unknown): number =>
  key === 'text' && typeof inner === 'string' ? inner.length : wordsLength(inner);
