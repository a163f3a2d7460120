import { html } from 'hono/html';
import { londonDay, londonTime, sayDay } from '../../domain/day.ts';
import { sayPerson } from '../../domain/posts.ts';
import { settingAt } from '../../domain/setting.ts';
import { capital } from '../../domain/words.ts';
import { digestOf, listOf, plainTitle } from '../paper/drawn.ts';
import type { Email } from './email.ts';
import type { Opened } from './find-link.ts';
import { headOf } from './names.ts';
import { type Printable, wholeLeaf } from './standing-for.ts';
import type { View } from './view.ts';

/** Shows a page to somebody who has given the right code, which is used up by it. */
export const print = async (
  email: Email,
  { link }: Opened,
  { leaf, title }: Printable,
): Promise<View> => {
  await email.register.spendCode(link);
  const whole = await wholeLeaf(email, leaf, link.person);
  const now = email.now();
  const { arrangement } = settingAt(await email.ledger(), email.arrangement, now);
  const { message } = whole;
  const { partnership, banner } = headOf(email);
  const marking = banner ? html`<p class="banner">${banner}</p>` : '';
  return {
    is: 'printed',
    title,
    body: html`${marking}<p>${partnership}. As of ${sayDay(londonDay(now))}, ${londonTime(now)}, for ${sayPerson(arrangement, link.person)}.</p>
<p>${capital(message.lead ?? plainTitle(message))}.</p>
${leaf.is === 'digest' ? digestOf(whole) : listOf(whole.lines)}
${marking}`,
  };
};
