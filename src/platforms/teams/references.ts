import { z } from 'zod';
import { rootOf } from './activity.ts';
import type { Conversation } from './wire.ts';

/** Where a conversation is spoken to, as it was last heard of; and whose it is, if it is one person's own. */
export const Reference = z.object({
  is: z.literal('reference'),
  conversation: z.string(),
  serviceUrl: z.string(),
  tenant: z.string(),
  account: z.string().optional(),
});
export type Reference = z.infer<typeof Reference>;

export interface References {
  readonly take: (reference: Reference) => void;
  readonly lose: (conversation: string) => void;
  readonly isKnown: (reference: Reference) => boolean;
  /** Somebody's own chat with Heed. */
  readonly chatOf: (account: string) => Conversation | undefined;
  /** How a conversation, or a thread of it, is spoken to. */
  readonly wayTo: (conversation: string) => Conversation | undefined;
  /** Where a tenant was last heard of. */
  readonly serviceOf: (tenant: string) => string | undefined;
}

export const references = (): References => {
  const known = new Map<string, Reference>();
  const chats = new Map<string, string>();
  const wayTo = (conversation: string): Conversation | undefined => {
    const way = known.get(rootOf(conversation));
    return way && { serviceUrl: way.serviceUrl, tenant: way.tenant, conversation };
  };
  return {
    wayTo,
    take: (reference) => {
      known.set(reference.conversation, reference);
      if (reference.account) chats.set(reference.account, reference.conversation);
    },
    lose: (conversation) => void known.delete(conversation),
    isKnown: (reference) => {
      const { conversation, serviceUrl, tenant, account } = reference;
      const is = known.get(conversation);
      return is?.serviceUrl === serviceUrl && is.tenant === tenant && is.account === account;
    },
    chatOf: (account) => wayTo(chats.get(account) ?? ''),
    serviceOf: (tenant) => [...known.values()].findLast((one) => one.tenant === tenant)?.serviceUrl,
  };
};
