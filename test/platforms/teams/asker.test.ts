import { describe, expect, it } from 'vitest';
import { Activity } from '../../../src/platforms/teams/activity.ts';
import { typedIn } from '../../../src/platforms/teams/asker.ts';
import { APP, TENANT } from '../../support/teams/authority.ts';

const parts = {
  register: { accountCalled: (user: string) => (user === '29:known' ? 'tenant/known' : undefined) },
  roster: {
    personAt: (account: string) => (account === 'tenant/known' ? 'police-lead' : undefined),
  },
} as never;

const mention = (id: string, text: string) => ({ type: 'mention', text, mentioned: { id } });

const read = (text: string, entities: readonly unknown[] = []): string =>
  typedIn(
    parts,
    Activity.parse({
      type: 'message',
      id: '1',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/uk/',
      from: { id: '29:a' },
      recipient: { id: `28:${APP}` },
      conversation: { id: '19:x', conversationType: 'channel', tenantId: TENANT },
      text,
      entities,
    }),
  );

describe('what was typed', () => {
  it.each<readonly [string, readonly unknown[], string]>([
    ['<at>Heed</at> due', [mention(`28:${APP}`, '<at>Heed</at>')], 'due'],
    ['<at>Heed</at>&nbsp;/due\n', [mention(`28:${APP}`, '<at>Heed</at>')], '/due'],
    ['due <at>Heed</at>', [mention(`28:${APP}`, '<at>Heed</at>')], 'due'],
    ['<at>He(ed.*</at> due', [mention(`28:${APP}`, '<at>He(ed.*</at>')], 'due'],
    [
      'roster cover chair by=<at>A Name</at>',
      [mention('29:known', '<at>A Name</at>')],
      'roster cover chair by=police-lead',
    ],
    ['why <at>A Name</at>', [mention('29:unknown', '<at>A Name</at>')], 'why A Name'],
    ['a &lt;b&gt; &amp;amp; &quot;c&quot;', [], 'a <b> &amp; "c"'],
    ['x=&#34;it&#39;s&apos;&#34; 943&#160;476&#xA0;5919', [], 'x="it\'s\'" 943 476 5919'],
    ['&amp;#34; &#99999999; &#0; &#xD800;', [], '&#34; &#99999999; &#0; &#xD800;'],
    ['\u200bdue&#8203;\ufeff \u2060all', [], 'due all'],
    ['due', [{ type: 'clientInfo' }, null, 'x', { type: 'mention' }], 'due'],
  ])('%s', (text, entities, typed) => {
    expect(read(text, entities)).toBe(typed);
  });
});
