import type { Desk } from '../../app/desk.ts';
import { STRANGER } from '../../app/dispatch.ts';
import { plain, text } from '../../app/message.ts';
import { rootOf } from './activity.ts';
import { MOST_BYTES, sizeOf } from './pages.ts';
import { digest, sendOne } from './post.ts';
import { redraw } from './refresh.ts';
import {
  type AdaptiveCard,
  cardOf,
  type Drawn,
  elementOf,
  heading,
  type Pressing,
} from './render.ts';
import type { Account } from './settings.ts';
import type { Teams } from './teams.ts';

const TITLE = 'Your desk';

/** A person's desk as a card. What does not fit is told of, and is one command away. */
const deskCard = (desk: Desk, press: Pressing): AdaptiveCard => {
  for (let most = 60; most > 1; most = Math.floor(most / 2)) {
    const card = drawn(desk, press, most);
    if (sizeOf(card) <= MOST_BYTES) return card;
  }
  return drawn(desk, press, 0);
};

const drawn = (desk: Desk, press: Pressing, most: number): AdaptiveCard => {
  let left = most;
  const sections = desk.sections.flatMap(({ title, empty, rows }) => {
    const shown = rows.slice(0, left);
    left -= shown.length;
    const more = rows.length - shown.length;
    return [
      heading({ title: `${title} (${rows.length})` }),
      ...(rows.length === 0 ? [elementOf(text(empty))] : []),
      ...shown.flatMap(({ line, button }) => [
        elementOf(text(line)),
        ...(button ? [{ type: 'ActionSet', actions: [press(button)] }] : []),
      ]),
      ...(more > 0 ? [elementOf(text(`${more} more: /due all lists them.`))] : []),
    ];
  });
  return cardOf(TITLE, [heading({ title: desk.title }), ...sections], desk.begin.map(press));
};

/** Desks in people's own chats: the newest of each is kept as it is. */
export interface Desks {
  readonly open: (account: Account) => Promise<void>;
  /** Draws those anew that have been opened before. */
  readonly refresh: () => Promise<void>;
  readonly draw: (account: string) => Promise<Drawn>;
}

export const desks = (teams: Teams, press: Pressing): Desks => {
  const shown = new Map<string, string>();
  const draw = async (account: string): Promise<Drawn> => {
    const desk = await teams.desk(teams.roster.personAt(account) ?? '');
    return desk
      ? { summary: TITLE, card: deskCard(desk, press) }
      : (teams.pages(plain(STRANGER))[0] as Drawn);
  };
  const refresh = async (account: string): Promise<void> => {
    const place = teams.register.desks().get(account);
    const way = place && teams.register.wayTo(rootOf(place.conversation));
    const fresh = await draw(account);
    if (!way || shown.get(account) === digest(fresh)) return;
    if (await redraw(teams, way, place, fresh)) shown.set(account, digest(fresh));
  };
  return {
    draw,
    open: async (account) => {
      const way = teams.register.chatOf(account);
      const fresh = await draw(account);
      const sent = way && (await sendOne(teams, way, fresh));
      if (sent?.is !== 'done') return;
      shown.set(account, digest(fresh));
      const place = { conversation: way?.conversation ?? '', id: sent.result };
      await teams.register.add({ is: 'desk', account, place });
    },
    refresh: async () => {
      for (const account of teams.register.desks().keys()) await refresh(account);
    },
  };
};
