import type { OpenForm } from '../../app/command.ts';
import type { Answer } from '../../app/dispatch.ts';
import { type Message, plain } from '../../app/message.ts';
import type { Called } from './api.ts';
import { formView } from './form.ts';
import { actionsOf, plainText, type SlackMessage, slackPages } from './render.ts';
import type { Press } from './request.ts';
import type { Workspace } from './settings.ts';
import { BadForSlack, checkMessage } from './validate.ts';

/** How what Heed says goes back to whoever asked, for their eyes alone. False where it did not get there. */
export interface Way {
  readonly form: (form: OpenForm) => Promise<boolean>;
  readonly answer: (message: Message) => Promise<boolean>;
  /** What the acknowledgement itself can say of it, or while it is not decided yet; nothing where it cannot. */
  readonly inside?: (answer: Answer | undefined) => object | undefined;
}

/** What a way goes by: the calls of one workspace's bot, and the URL that a request named. */
export interface Carrier {
  readonly call: (method: string, args: Readonly<Record<string, unknown>>) => Promise<Called>;
  readonly respond: (url: string, body: Readonly<Record<string, unknown>>) => Promise<Called>;
}

/** The answer as a modal: nothing of it is kept in a conversation. */
export const answerView = (message: Message): object => {
  const pages = slackPages({ ...message, buttons: [] });
  return {
    type: 'modal',
    callback_id: 'answer',
    title: plainText('Heed'),
    close: plainText('Close'),
    // The form below it is done with.
    clear_on_close: true,
    blocks: [...pages.flatMap(({ blocks }) => blocks), ...actionsOf(message.buttons)],
  };
};

const isDone = ({ is }: Called): boolean => is === 'done';

/** By what a trigger opens: within three seconds, once. */
export const byTrigger = ({ call }: Carrier, trigger: string): Way => {
  const open = async (view: object): Promise<boolean> =>
    isDone(await call('views.open', { trigger_id: trigger, view }));
  return { form: (form) => open(formView(form)), answer: (message) => open(answerView(message)) };
};

/** Slack takes so many answers where something was asked: docs.slack.dev/interactivity/handling-user-interaction */
const MOST_ANSWERS = 5;

/** By an answer that only the asker sees, where they asked; none where Slack would not take the whole of it. */
const byResponse = (
  carrier: Carrier,
  { url, trigger, replaces }: { url: string; trigger: string; replaces: boolean },
): Way => ({
  form: byTrigger(carrier, trigger).form,
  answer: async (message) => {
    let replace = replaces;
    const pages = slackPages(message);
    if (pages.length > MOST_ANSWERS) return false;
    for (const page of pages) {
      const body = { response_type: 'ephemeral', replace_original: replace, ...page };
      if (!isDone(await carrier.respond(url, body))) return false;
      replace = false;
    }
    return true;
  },
});

/** A slash command: what is one message long may stand in the acknowledgement, which is one way less. */
export const byCommand = (
  carrier: Carrier,
  { url, trigger }: { readonly url: string; readonly trigger: string },
): Way => ({
  ...byResponse(carrier, { url, trigger, replaces: false }),
  inside: (answer) => {
    const { form, message } = answer ?? { message: WORKING };
    const [page, ...more] = slackPages(message);
    if (form || !page || more.length > 0 || !isFit(page)) return undefined;
    return { response_type: 'ephemeral', ...page };
  },
});

const WORKING = plain('Heed is working on this. The answer comes here in a moment.');

/** What Slack would refuse is told as what it is: a bug, on the other way. */
const isFit = (page: SlackMessage): boolean => {
  try {
    checkMessage(page);
    return true;
  } catch (bad) {
    if (bad instanceof BadForSlack) return false;
    throw bad;
  }
};

/** In the modal where a button was pressed: a form above it, or in its place where Slack takes no fourth. */
const inModal = ({ call }: Carrier, { trigger_id, view: below }: Press): Way => {
  const instead = async (view: object): Promise<boolean> =>
    isDone(await call('views.update', { view_id: below?.id, view }));
  return {
    form: async (form) => {
      const view = formView(form);
      return isDone(await call('views.push', { trigger_id, view })) || instead(view);
    },
    answer: (message) => instead(answerView(message)),
  };
};

/** The way back from a button: where it stands decides. */
export const wayFrom = (carrier: Carrier, press: Press): Way => {
  const { view, response_url: url, trigger_id: trigger, container } = press;
  if (view?.type === 'modal') return inModal(carrier, press);
  if (!url) return byTrigger(carrier, trigger);
  return byResponse(carrier, { url, trigger, replaces: container.is_ephemeral ?? false });
};

export type CarrierOf = (workspace: Workspace) => Carrier;
