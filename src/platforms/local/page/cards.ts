import type { Asking, Paper, Shown } from './api.ts';
import { me } from './dom.ts';

/** The official renderer, which the page loads beside this (node_modules/adaptivecards/dist). */
declare const AdaptiveCards: {
  readonly AdaptiveCard: {
    new (): {
      hostConfig: object;
      onExecuteAction: (action: { readonly verb?: string; readonly data?: unknown }) => void;
      parse(card: object): void;
      render(): HTMLElement | undefined;
    };
    onProcessMarkdown: (text: string, result: { outputHtml?: string; didProcess: boolean }) => void;
  };
  readonly HostConfig: new (config: object) => object;
};

const HOST = {
  fontFamily: 'inherit',
  fontSizes: { default: 16, small: 14, medium: 17, large: 19, extraLarge: 22 },
  actions: {
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    maxActions: 3,
    buttonSpacing: 8,
  },
  containerStyles: {
    default: { foregroundColors: { default: { default: '#1b2a33', subtle: '#4a555c' } } },
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 200 },
    value: { wrap: true },
    spacing: 12,
  },
  textBlock: { headingLevel: 3 },
  supportsInteractivity: true,
};

/** Our texts hold no Markdown, only its escapes: they are taken off, and all else is plain text. */
const plainMarkdown = (
  text: string,
  result: { outputHtml?: string; didProcess: boolean },
): void => {
  const holder = document.createElement('p');
  holder.textContent = text.replace(/\\([\\*_[\]`~#|<>])/g, '$1');
  result.outputHtml = holder.outerHTML;
  result.didProcess = true;
};

/** Draws a card; its buttons ask what they stand for. */
export const drawCard = (card: object, onAsk: (asking: Asking) => void): HTMLElement => {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = plainMarkdown;
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(HOST);
  drawn.onExecuteAction = ({ verb, data }) => {
    const { fields = {} } = (data ?? {}) as { fields?: Readonly<Record<string, string>> };
    if (verb) onAsk({ command: verb, fields });
  };
  drawn.parse(card);
  return drawn.render() ?? document.createElement('div');
};

const SAYS = {
  asked: 'You asked',
  reply: 'Heed answered',
  refusal: 'Heed declined',
  notice: 'Heed wrote',
} as const;

/** One message, as a card or as what Slack is sent. */
export const drawMessage = (
  message: Shown,
  asSlack: boolean,
  onAsk: (asking: Asking) => void,
): HTMLElement => {
  const article = document.createElement('article');
  article.dataset.kind = message.kind;
  article.dataset.number = String(message.number);
  article.dataset.about = message.about.join(' ');
  article.append(paragraph(`${SAYS[message.kind]}, ${message.when}`, 'when'));
  if (!message.card || !message.slack) article.append(paragraph(message.title));
  else if (asSlack) article.append(code(message.slack));
  else article.append(drawCard(message.card, onAsk));
  if (message.paper && !asSlack) article.append(...drawPaper(message.paper));
  return article;
};

/** What can be printed, a link away; and its picture, where it has one. */
const drawPaper = ({ label, path, picture }: Paper): readonly HTMLElement[] => {
  const asMe = (page: string): string => `${page}?who=${encodeURIComponent(me())}`;
  const link = document.createElement('a');
  link.href = asMe(path);
  link.textContent = label;
  const line = paragraph('');
  line.append(link);
  if (!picture) return [line];
  const image = document.createElement('img');
  image.src = asMe(picture.path);
  image.alt = picture.alt;
  return [image, line];
};

export const paragraph = (text: string, className = ''): HTMLParagraphElement => {
  const element = document.createElement('p');
  element.textContent = text;
  if (className) element.className = className;
  return element;
};

const code = (json: object): HTMLElement => {
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.textContent = JSON.stringify(json, null, 2);
  return pre;
};
