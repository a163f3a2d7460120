import { Application, type TeamsAdapter } from '@microsoft/teams-ai';
import type { Activity, TurnContext } from 'botbuilder';
import type { LetIn } from './gate.ts';
import type { Answered, Handlers, Sdk } from './wire.ts';

/** An activity through the SDK's routes. What it is answered with is ours: see engineering.md. */
export const receiving = (adapter: TeamsAdapter, on: Handlers): Sdk['receive'] => {
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
    audience: 'https://api.botframework.com',
    callerId: 'urn:botframework:azure',
    claimsIdentity: {
      claims: [],
      isAuthenticated: true,
      getClaimValue: () => activity.recipient.id,
    },
    connectorFactory: { create: async () => ({}) },
  }) as never;
