import { Application, TeamsAdapter } from '@microsoft/teams-ai';
import { type Activity, TeamsInfo, type TurnContext } from 'botbuilder';
import { type Called, CallFailed } from './called.ts';
import type { LetIn } from './gate.ts';
import { askOnce } from './line.ts';
import type { Tokens } from './token.ts';

/** Where something is said: a conversation, by way of the service that it came through. */
export interface Conversation {
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly tenant: string;
}

/** Somebody who is in a conversation. */
export interface Present {
  readonly id: string;
  readonly object: string | undefined;
  readonly tenant: string | undefined;
}

/** What an invoke is answered with. */
export interface Answered {
  readonly status: number;
  readonly body?: unknown;
}

/** What is done about each kind of activity. */
export interface Handlers {
  readonly message: (letIn: LetIn) => Promise<Answered>;
  readonly invoke: (letIn: LetIn) => Promise<Answered>;
  readonly other: (letIn: LetIn) => Promise<Answered>;
}

/** All that the SDK does for Heed. Nothing of it is trusted, and no type of it goes further than here. */
export interface Sdk {
  readonly receive: (letIn: LetIn) => Promise<Answered>;
  /** Gives the id of what was sent. */
  readonly send: (to: Conversation, activity: object) => Promise<Called<string>>;
  readonly update: (to: Conversation, id: string, activity: object) => Promise<Called>;
  readonly remove: (to: Conversation, id: string) => Promise<Called>;
  readonly present: (to: Conversation) => Promise<Called<readonly Present[]>>;
  /** Gives the conversation with one person. */
  readonly open: (
    at: Omit<Conversation, 'conversation'>,
    object: string,
  ) => Promise<Called<string>>;
}

interface Parts {
  readonly app: string;
  readonly tokens: Tokens;
  readonly timeoutMs: number;
  readonly on: Handlers;
}

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
    receive: receiver(adapter, on),
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

/** An activity through the SDK's routes. What it is answered with is ours: see engineering.md. */
const receiver = (adapter: TeamsAdapter, on: Handlers): Sdk['receive'] => {
  const app = new Application({ adapter, removeRecipientMention: false, startTypingTimer: false });
  const letIns = new WeakMap<object, LetIn>();
  const answers = new WeakMap<object, Answered>();
  const route = (handle: (letIn: LetIn) => Promise<Answered>) => async (context: TurnContext) => {
    const letIn = letIns.get(context.activity);
    if (letIn) answers.set(context.activity, await handle(letIn));
  };
  app.addRoute(async ({ activity }) => activity.type === 'invoke', route(on.invoke), true);
  app.activity('message', route(on.message));
  app.activity(/.*/, route(on.other));
  return async (letIn) => {
    const activity = { ...letIn.raw } as unknown as Activity;
    letIns.set(activity, letIn);
    // It would give a bug another name, and its own words.
    let problem: { readonly is: unknown } | undefined;
    await adapter.processActivityDirect(verified(letIn), activity, async (context) => {
      await app.run(context).catch((is: unknown) => {
        problem = { is };
      });
    });
    if (problem) throw problem.is;
    return answers.get(activity) ?? { status: letIn.activity.type === 'invoke' ? 501 : 200 };
  };
};

/** The gate has looked already: the SDK is told so, and asks nobody. */
const verified = ({ activity }: LetIn) =>
  ({
    audience: AUDIENCE,
    callerId: 'urn:botframework:azure',
    claimsIdentity: {
      claims: [],
      isAuthenticated: true,
      getClaimValue: () => activity.recipient.id,
    },
    connectorFactory: { create: async () => ({}) },
  }) as never;
