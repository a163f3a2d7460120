import { z } from 'zod';
import { accept, defineCommand, refuse } from '../../src/app/command.ts';
import { postField } from '../../src/app/field.ts';
import { plain } from '../../src/app/message.ts';
import { sayPost } from '../../src/domain/posts.ts';
import { capital } from '../../src/domain/words.ts';

export const rosterDeputy = defineCommand({
  name: 'roster deputy',
  summary: 'Say which post deputises for another.',
  allow: ['business-unit'],
  fields: z.object({
    post: postField('Which post', { bare: true }),
    deputy: postField('Its deputy', { bare: true }),
  }),
  decide: ({ post, deputy }, { arrangement }) => {
    const [called, by] = [post, deputy].map((one) => sayPost(arrangement, one));
    if (post === deputy)
      return refuse(`No post deputises for itself. Choose another post for ${called}.`);
    return accept(
      plain(
        `${capital(by ?? '')} deputises for ${called}`,
        'They have what falls to that post while its holder is away and nobody else covers it.',
      ),
      [{ type: 'deputy-named', post, deputy }],
    );
  },
});
