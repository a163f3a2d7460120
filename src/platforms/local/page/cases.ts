import { look } from './api.ts';
import { asking } from './asking.ts';
import { drawCard } from './cards.ts';
import { me, page } from './dom.ts';

/** One card a case, as the person sees it; it changes in place when its record does. */
export const drawCases = async (): Promise<void> => {
  page.earlier.hidden = true;
  const list = await look(me(), 'incident list');
  const cards = await Promise.all(
    list.about.map((incident) => look(me(), 'incident show', { incident })),
  );
  page.messages.replaceChildren(
    page.earlier,
    ...[list, ...cards].map((answer) => {
      const article = document.createElement('article');
      article.append(drawCard(answer.card, asking));
      return article;
    }),
  );
};
