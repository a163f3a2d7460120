import { z } from 'zod';

const Id = z.string().min(1).max(2000);
const ObjectId = z.string().regex(/^[0-9a-f-]{36}$/i);
const Account = z.object({
  id: Id,
  aadObjectId: ObjectId.nullish(),
  tenantId: ObjectId.nullish(),
});

/** Somebody is named in a text: "<at>Heed</at>". */
const Mention = z.object({
  type: z.literal('mention'),
  text: z.string().max(500),
  mentioned: z.object({ id: Id }),
});

/** What Heed reads of anything that Teams tells it. */
export const Activity = z.object({
  type: z.string().min(1).max(100),
  id: Id,
  channelId: z.literal('msteams'),
  serviceUrl: z.url().max(500),
  from: Account,
  recipient: z.object({ id: Id }),
  conversation: z.object({
    id: Id,
    conversationType: z.enum(['personal', 'groupChat', 'channel']),
    tenantId: ObjectId.nullish(),
  }),
  channelData: z.object({ tenant: z.object({ id: ObjectId }).nullish() }).nullish(),
  text: z.string().max(100_000).nullish(),
  entities: z.array(z.unknown()).max(200).nullish(),
  name: z.string().max(200).nullish(),
  value: z.unknown().optional(),
  replyToId: Id.nullish(),
  /** Of an installation: "add" or "remove". */
  action: z.string().max(100).nullish(),
  membersAdded: z
    .array(z.object({ id: Id }))
    .max(2000)
    .nullish(),
});
export type Activity = z.infer<typeof Activity>;

/** The tenant that somebody is at home in, and the one that the conversation is in. */
export const tenantsOf = ({ from, conversation, channelData }: Activity): readonly string[] =>
  [from.tenantId, channelData?.tenant?.id, conversation.tenantId].flatMap((id) =>
    id ? [id.toLowerCase()] : [],
  );

/** The conversation itself, without the thread that something was said in. */
export const rootOf = (conversation: string): string => conversation.split(';')[0] ?? conversation;

export const mentionsIn = ({ entities }: Activity): readonly z.infer<typeof Mention>[] =>
  (entities ?? []).flatMap((one) => Mention.safeParse(one).data ?? []);
