import { TeamsAdapter } from '@microsoft/teams-ai';
import { type Activity, TeamsInfo, type TurnContext } from 'botbuilder';
import { type Called, CallFailed } from './called.ts';
import { askOnce } from './line.ts';
import { receiving } from './sdk-receive.ts';
import type { Tokens } from './token.ts';
import type { Conversation, Handlers, Present, Sdk } from './wire.ts';

interface Parts {
  readonly app: string;
  readonly tokens: Tokens;
  readonly timeoutMs: number;
  readonly on: Handlers;
}

/** Whom Microsoft's own libraries name as the one who is spoken to. */
const AUDIENCE = 'https://api.botframework.com';

export const teamsSdk = ({ app, tokens, timeoutMs, on }: Parts): Sdk => {
  const adapter = adapterFor({ app, tokens, timeoutMs });
  const bot = `28:${app}`;
  const turn = <T>(
    to: Conversation,
    work: (context: TurnContext) => Promise<T>,
  ): Promise<Called<T>> =>
    outcome(tokens, async (done) => {
      const conversation = { id: to.conversation, tenantId: to.tenant } as Activity['conversation'];
      const { serviceUrl } = to;
      const reference = {
        serviceUrl,
        channelId: 'msteams',
        bot: { id: bot, name: '' },
        conversation,
      };
      await adapter.continueConversationAsync(app, reference, async (context) => {
        done(await work(context));
      });
    });
  return {
    receive: receiving(adapter, on),
    send: (to, activity) =>
      turn(to, async (context) => (await context.sendActivity(activity))?.id ?? ''),
    update: (to, id, activity) =>
      turn(to, (context) => context.updateActivity({ ...activity, id })),
    remove: (to, id) => turn(to, (context) => context.deleteActivity(id)),
    present: (to) => turn(to, everybodyIn),
    open: ({ serviceUrl, tenant }, object) =>
      outcome(tokens, async (done) => {
        const asked = {
          isGroup: false,
          bot: { id: bot, name: '' },
          members: [{ id: object, name: '' }],
          tenantId: tenant,
          channelData: { tenant: { id: tenant } },
        } as Parameters<typeof adapter.createConversationAsync>[4];
        await adapter.createConversationAsync(
          app,
          'msteams',
          serviceUrl,
          AUDIENCE,
          asked,
          async (on) => done(on.activity.conversation.id),
        );
      }),
  };
};

/** The adapter, with our own line beneath it: its client would post again what may have arrived. */
const adapterFor = ({ app, tokens, timeoutMs }: Omit<Parts, 'on'>): TeamsAdapter => {
  const credentials = {
    signRequest: async (request: { headers: { set: (name: string, value: string) => void } }) => {
      request.headers.set('authorization', `Bearer ${await tokens.get()}`);
      return request;
    },
  };
  const factory = {
    isValidAppId: async (id?: string) => id === app,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => credentials,
  };
  const httpClient = {
    sendRequest: async (request: Wanted) => {
      const { url, method, body } = request;
      const headers = request.headers.rawHeaders();
      const bodyAsText = await askOnce({ url, method, headers, body }, timeoutMs);
      return { request, status: 200, bodyAsText, headers: { toJson: () => ({}) } };
    },
  };
  const configuration = { MicrosoftAppId: app, MicrosoftAppType: 'MultiTenant' };
  return new TeamsAdapter(configuration, factory as never, undefined, { httpClient } as never);
};

interface Wanted {
  readonly url: string;
  readonly method: string;
  readonly body?: string;
  readonly headers: { readonly rawHeaders: () => Readonly<Record<string, string>> };
}

/** What a turn gave, or what became of the call that it failed with. */
const outcome = async <T>(
  tokens: Tokens,
  work: (done: (result: T) => void) => Promise<void>,
): Promise<Called<T>> => {
  let result: T | undefined;
  try {
    await work((given) => {
      result = given;
    });
    return { is: 'done', result: result as T };
  } catch (problem) {
    if (!(problem instanceof CallFailed)) throw problem;
    const { called } = problem;
    if (called.is === 'refused' && called.status === 401) tokens.forget();
    return called;
  }
};

const PAGE = 200;

const everybodyIn = async (context: TurnContext): Promise<readonly Present[]> => {
  const present: Present[] = [];
  let token: string | undefined;
  do {
    const page = await TeamsInfo.getPagedMembers(context, PAGE, token);
    for (const { id, aadObjectId, tenantId } of page.members)
      present.push({ id, object: aadObjectId, tenant: tenantId });
    token = page.continuationToken || undefined;
  } while (token);
  return present;
};
