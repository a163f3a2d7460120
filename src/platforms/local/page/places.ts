import { catalogue } from './asking.ts';
import { drawCases } from './cases.ts';
import { find, guarded, me, page } from './dom.ts';
import { catchUp, openTalk, redrawTalk } from './talk.ts';
import { unread } from './unread.ts';

type Place = 'heed' | 'cases';
const PLACES = { heed: 'Heed', cases: 'Cases' } as const;

let place: Place = 'heed';

/** Back to one's own conversation, as when one becomes somebody else. */
export const openHome = async (): Promise<void> => {
  place = 'heed';
  await openPlace();
};

const openPlace = async (): Promise<void> => {
  find('place').textContent = PLACES[place];
  find('composer').hidden = place !== 'heed';
  if (place === 'cases') await drawCases();
  else await openTalk();
  if (place === 'heed') unread.read(me());
  drawPlaces();
};

/** Something was said to somebody: shown at once where one looks at it, counted where not. */
export const onSaid = async (who: string): Promise<void> => {
  if (who === me() && place === 'heed') await catchUp();
  else unread.add(who);
  drawPlaces();
};

/** What is shown may have changed: cases and cards are drawn anew, what was missed is caught up. */
export const refresh = async (refs?: readonly string[]): Promise<void> => {
  if (place === 'cases') return drawCases();
  if (refs) return redrawTalk(refs);
  await catchUp();
};

const drawPlaces = (): void => {
  const mayList = catalogue.commands.some(({ name }) => name === 'incident list');
  const places: readonly Place[] = mayList ? ['heed', 'cases'] : ['heed'];
  page.places.replaceChildren(
    ...places.map((one) =>
      item(sayPlace(one), one === place, async () => {
        place = one;
        await openPlace();
      }),
    ),
  );
  find('others-title').hidden = unread.others(me()).length === 0;
  page.others.replaceChildren(
    ...unread.others(me()).map(([who, count]) =>
      item(`@${who}, ${count} new`, false, async () => {
        page.who.value = who;
        page.who.dispatchEvent(new Event('change'));
      }),
    ),
  );
};

const sayPlace = (one: Place): string => {
  const count = one === 'heed' ? unread.of(me()) : 0;
  return count > 0 ? `${PLACES[one]}, ${count} new` : PLACES[one];
};

const item = (text: string, current: boolean, onClick: () => Promise<void>): HTMLElement => {
  const holder = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  if (current) button.setAttribute('aria-current', 'true');
  button.addEventListener('click', guarded(onClick));
  holder.append(button);
  return holder;
};
