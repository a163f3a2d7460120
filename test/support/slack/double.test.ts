import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  button,
  form,
  input,
  MANIFEST,
  menu,
  type Played,
  plain,
  play,
  section,
} from './bolt-app.ts';

let now: number;
let played: Played;

beforeEach(async () => {
  now = Date.now();
  played = await play({ now: () => now });
});

afterEach(() => played.stop());

describe('commands', () => {
  it('are signed, acknowledged and answered for nobody else', async () => {
    const { slack, team, heard } = played;
    const [ann, bob] = [team.user('U1', { name: 'ann' }), team.user('U2', { name: 'bob' })];
    team.channel('C1', { name: 'general', members: ['U1', 'U2'] });
    const outcome = await ann.types('/say hello @bob & #general', { channel: 'C1' });
    expect(outcome).toMatchObject({ acked: true, status: 200, body: undefined });
    const answer = await ann.answer();
    expect(answer.words).toBe('hello <@U2|bob> &amp; <#C1|general>');
    expect(ann.sees('C1')).toMatchObject([{ ephemeral: true, channel: 'C1', buttons: ['Press'] }]);
    expect(ann.history('C1')).toEqual([]);
    expect(bob.sees()).toEqual([]);
    expect(heard[0]).toMatchObject({
      command: '/say',
      team_id: 'T1',
      team_domain: 'merton',
      channel_name: 'general',
      user_name: 'ann',
      is_enterprise_install: 'false',
      api_app_id: slack.appId,
    });
    expect(slack.mentions.map(({ mention }) => mention)).toContain('<@U2|bob>');
  });

  it('are refused where they are not known, in threads, and by whoever is from elsewhere', async () => {
    const { team } = played;
    const ann = team.user('U1');
    team.channel('C1', { members: ['U1', 'U3'] });
    expect(await ann.types('/sing')).toMatchObject({ error: 'not_a_valid_command', status: 0 });
    expect(await ann.types('/say a', { channel: 'C1', thread: '1.2' })).toMatchObject({
      error: 'not_supported_in_threads',
    });
    const guest = team.user('U3', { home: 'T9' });
    expect(await guest.types('/say a', { channel: 'C1' })).toMatchObject({
      error: 'not_a_valid_command',
    });
  });

  it('time out, and fail where nobody is', async () => {
    await played.stop();
    played = await play({ ackTimeoutMs: 500 });
    const { slack, team } = played;
    const ann = team.user('U1');
    expect(await ann.types('/deaf')).toMatchObject({ error: 'operation_timeout', acked: false });
    slack.connect('http://127.0.0.1:1/slack/events');
    expect(await ann.types('/say a')).toMatchObject({ error: 'dispatch_failed', status: 0 });
  });

  it('cannot be typed where nobody can write, nor answered with what cannot be shown', async () => {
    const { slack, team } = played;
    team.channel('C1', { members: ['U1'], archived: true });
    const ann = team.user('U1');
    expect(await ann.types('/say a', { channel: 'C1' })).toMatchObject({ error: 'read_only' });
    expect(await ann.types('/odd')).toMatchObject({
      acked: true,
      error: 'invalid_command_response',
      labels: [
        'invalid_blocks',
        'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
      ],
    });
    const home = { ...MANIFEST.features.app_home, messages_tab_read_only_enabled: true };
    slack.install({ ...MANIFEST, features: { ...MANIFEST.features, app_home: home } });
    expect(await ann.types('/say a', { channel: ann.dm })).toMatchObject({ error: 'read_only' });
    await ann.types('/say a');
    expect(await ann.answer()).toMatchObject({ words: 'a', shown: { ephemeral: true } });
  });

  it('carry a prefix', async () => {
    await played.stop();
    played = await play({ prefix: 'scp-' });
    played.app.command('/scp-say', async ({ ack }) => ack('said'));
    const ann = played.team.user('U1');
    expect(await ann.types('/say a')).toMatchObject({ acked: true, body: 'said' });
    expect((await ann.answer()).words).toBe('said');
  });
});

describe('modals', () => {
  it('open, refuse what is missing, show errors and close', async () => {
    const { team, heard } = played;
    const ann = team.user('U1');
    await ann.types('/form');
    expect(await ann.answer()).toMatchObject({ is: 'modal', words: 'Log\nWhat\nHarm' });
    expect(ann.modal).toMatchObject({ options: { Harm: ['DIED', 'HARMED'] }, depth: 1 });
    expect(await ann.submit()).toMatchObject({ error: 'required', labels: ['What', 'Harm'] });
    expect(() => ann.fill('Harm', 'lost')).toThrow('DIED, HARMED');
    ann.fill('Harm', 'died');
    ann.fill('What', 'x'.repeat(21));
    expect(await ann.submit()).toMatchObject({ error: 'too_long', labels: ['What'] });
    ann.fill('What', 'odd');
    expect(await ann.submit()).toMatchObject({ error: 'trouble_connecting', acked: true });
    ann.fill('What', 'bad');
    expect(await ann.submit()).toMatchObject({ acked: true });
    expect(ann.modal).toMatchObject({
      errors: { What: 'Not that.' },
      values: { What: 'bad', Harm: 'DIED' },
    });
    ann.fill('What', 'good');
    expect(await ann.submit()).toMatchObject({ acked: true, body: undefined });
    expect(ann.modal).toBeUndefined();
    expect(heard.at(-1)).toMatchObject({
      state: { values: { harm: { it: { selected_option: { value: 'died' } } } } },
    });
  });

  it('are pushed up to three, closed one by one, and cleared', async () => {
    const { team, heard } = played;
    const ann = team.user('U1');
    await ann.useShortcut('anywhere:due');
    await ann.answer();
    await ann.types('/form');
    await ann.answer();
    ann.fill('Harm', 'died');
    for (const depth of [2, 3]) {
      ann.fill('What', 'push');
      await ann.submit();
      expect(ann.modal?.depth).toBe(depth);
    }
    ann.fill('What', 'push');
    expect(await ann.submit()).toMatchObject({ labels: ['push_limit_reached'] });
    await ann.closeModal();
    expect(heard.at(-1)).toMatchObject({ type: 'view_closed', is_cleared: false });
    expect(ann.modal?.depth).toBe(2);
    ann.fill('What', 'clear');
    await ann.submit();
    expect(ann.modal).toBeUndefined();
  });

  it('are replaced, and say what the trouble was', async () => {
    await played.stop();
    played = await play({ ackTimeoutMs: 500 });
    const ann = played.team.user('U1');
    await ann.types('/form');
    await ann.answer();
    ann.fill('Harm', 'HARMED');
    ann.fill('What', 'silence');
    expect(await ann.submit()).toMatchObject({
      error: 'trouble_connecting',
      labels: ['operation_timeout'],
    });
    ann.fill('What', 'update');
    await ann.submit();
    expect(await ann.answer()).toMatchObject({ is: 'modal', words: 'Other' });
  });

  it('let through only what can be read', async () => {
    const { team, app, heard } = played;
    const ann = team.user('U1');
    await ann.types('/say a');
    app.action('it', async ({ ack }) => ack());
    const fields = [
      input('n', 'Count', {
        type: 'number_input',
        is_decimal_allowed: false,
        max_value: '9',
        max_length: undefined,
      }),
      input('d', 'Day', { type: 'datepicker', max_length: undefined }),
      { ...input('t', 'Text', { min_length: 3 }), optional: true },
      { ...menu('pick', 'Pick', 'one', 'two'), dispatch_action: true, optional: true },
    ];
    const trigger_id = String(heard[0]?.trigger_id);
    await app.client.views.open({ token: team.token, trigger_id, view: form('A', ...fields) });
    ann.fill('Count', '10');
    ann.fill('Day', '2026-02-30');
    ann.fill('Text', 'ab');
    expect(await ann.submit()).toMatchObject({ error: 'invalid_value', labels: ['Count', 'Day'] });
    ann.fill('Count', '9');
    ann.fill('Day', '2026-02-28');
    expect(await ann.submit()).toMatchObject({ error: 'too_short', labels: ['Text'] });
    ann.fill('Text', '');
    expect(ann.modal?.values).toEqual({ Count: '9', Day: '2026-02-28', Text: '', Pick: '' });
    await ann.chooses('Pick', 'TWO');
    expect(ann.modal?.values.Pick).toBe('TWO');
    expect(await ann.submit()).toMatchObject({ acked: true, body: undefined });
    expect(heard.at(-1)).toMatchObject({
      state: { values: { n: { it: { value: '9' } }, d: { it: { selected_date: '2026-02-28' } } } },
    });
  });

  it('know their hash, and keep what was filled in', async () => {
    const { team, app } = played;
    const ann = team.user('U1');
    await ann.types('/form');
    await ann.answer();
    ann.fill('What', 'kept');
    const id = ann.modal?.id ?? '';
    const { client } = app;
    const view = form('Other', input('what', 'What'), input('why', 'Why'));
    const stale = { token: team.token, view_id: id, hash: 'old', view };
    await expect(client.views.update(stale)).rejects.toThrow('hash_conflict');
    await client.views.update({ token: team.token, view_id: id, view });
    expect(ann.modal).toMatchObject({ title: 'Other', values: { What: 'kept', Why: '' } });
    await expect(client.views.update({ token: team.token, view_id: 'V9', view })).rejects.toThrow(
      'not_found',
    );
  });

  it('need a trigger that is fresh and unused', async () => {
    const { team, app, heard } = played;
    const ann = team.user('U1');
    await ann.types('/say a');
    const trigger = String(heard[0]?.trigger_id);
    const open = (trigger_id: string, ...blocks: readonly ReturnType<typeof input>[]) =>
      app.client.views.open({ token: team.token, trigger_id, view: form('A', ...blocks) });
    await expect(open(trigger, input('a', 'x'), input('a', 'y'))).rejects.toMatchObject({
      data: { error: 'invalid_arguments' },
    });
    await open(trigger, input('a', 'x'));
    await expect(open(trigger, input('a', 'x'))).rejects.toThrow('exchanged_trigger_id');
    await expect(open('1.2.3', input('a', 'x'))).rejects.toThrow('invalid_trigger_id');
    await ann.types('/say b');
    now += 3001;
    await expect(open(String(heard[1]?.trigger_id), input('a', 'x'))).rejects.toThrow(
      'expired_trigger_id',
    );
  });
});

const respondTo = async (url: string, said: object): Promise<number> => {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(said) })).status;
};

describe('messages', () => {
  const say = (channel: string, more: object = {}) =>
    played.app.client.chat.postMessage({
      token: played.team.token,
      channel,
      text: 'hello',
      ...more,
    });

  it('are replaced in place by a press, also where they are ephemeral', async () => {
    const { team, heard } = played;
    const ann = team.user('U1');
    await ann.types('/say a');
    await ann.answer();
    await ann.presses('Press');
    expect(await ann.answer()).toMatchObject({ words: 'pressed', shown: { edited: true } });
    expect(ann.sees()).toMatchObject([{ text: 'pressed', buttons: [], ephemeral: true }]);
    expect(heard.at(-1)).toMatchObject({
      user: { id: 'U1', team_id: 'T1' },
      container: { is_ephemeral: true, channel_id: ann.dm },
      actions: [{ action_id: 'press', value: 'v', type: 'button' }],
    });
    await say('U1', { blocks: [button('Press', 'press')] });
    await ann.presses('Press');
    expect(heard.at(-1)).toMatchObject({ message: { text: 'hello', user: team.bot } });
  });

  it('ask before a press, and keep what is chosen', async () => {
    const { team, heard } = played;
    const ann = team.user('U1');
    const confirm = {
      ...{ title: plain('Sure?'), text: plain('It stays.') },
      ...{ confirm: plain('Yes'), deny: plain('No') },
    };
    const options = ['a', 'b'].map((value) => ({ text: plain(value.toUpperCase()), value }));
    const elements = [
      { type: 'button', text: plain('Go'), action_id: 'press', confirm },
      { type: 'static_select', placeholder: plain('Which'), action_id: 'pick', options },
      { type: 'overflow', action_id: 'pick2', options },
    ];
    await say('U1', { blocks: [{ type: 'actions', block_id: 'it', elements }] });
    expect(await ann.presses('Go', { confirm: false })).toMatchObject({ error: 'cancelled' });
    expect(heard).toEqual([]);
    await ann.chooses('Which', 'B');
    expect(heard.at(-1)).toMatchObject({
      actions: [{ type: 'static_select', selected_option: { value: 'b' }, block_id: 'it' }],
      state: { values: { it: { pick: { selected_option: { value: 'b' } } } } },
    });
    await expect(ann.chooses('Which', 'C')).rejects.toThrow('Offered: A, B');
    await expect(ann.presses('Stop')).rejects.toThrow('sees no button "Stop". There are: Go');
  });

  it('reach over to other workspaces by Slack Connect', async () => {
    const { team, app, heard } = played;
    const guest = team.user('U9', { home: 'T9' });
    team.channel('C1', { members: ['U9'], shared: true });
    await say('C1', { blocks: [button('Press', 'press')] });
    await guest.presses('Press');
    expect(heard.at(-1)).toMatchObject({ team: { id: 'T1' }, user: { id: 'U9', team_id: 'T9' } });
    app.view('far', async ({ ack, body }) => {
      seen.push([body.team?.id, body.view.app_installed_team_id]);
      await ack();
    });
    const seen: unknown[] = [];
    const trigger_id = String(heard.at(-1)?.trigger_id);
    const view = { ...form('Far'), callback_id: 'far' };
    await app.client.views.open({ token: team.token, trigger_id, view });
    await guest.submit();
    expect(seen).toEqual([['T9', 'T1']]);
    await expect(guest.useShortcut('anywhere:due')).rejects.toThrow('from elsewhere');
  });

  it('may be for one person only, and light nothing up that nobody asked for', async () => {
    const { slack, team, app } = played;
    const [ann, bob] = [team.user('U1'), team.user('U2')];
    team.channel('C1', { members: ['U1', 'U2'] });
    const { chat } = app.client;
    const only = { token: team.token, channel: 'C1', text: '<!channel> &lt;!here&gt;' };
    const { message_ts } = await chat.postEphemeral({ ...only, user: 'U1' });
    expect((await ann.answer()).words).toContain('<!channel>');
    expect([ann.history(), bob.sees()]).toEqual([[], []]);
    expect(slack.mentions.map(({ mention }) => mention)).toEqual(['<!channel>']);
    await expect(chat.postEphemeral({ ...only, user: 'U3' })).rejects.toThrow(
      'user_not_in_channel',
    );
    await expect(chat.update({ ...only, ts: message_ts ?? '' })).rejects.toThrow(
      'message_not_found',
    );
  });

  it('come by shortcut to where a message is', async () => {
    const { team, heard } = played;
    const ann = team.user('U1');
    await say('U1');
    const [shown] = ann.history();
    if (shown) await ann.useShortcutOn('message:why', shown);
    expect((await ann.answer()).words).toBe('because');
    expect(heard.at(-1)).toMatchObject({ type: 'message_action', message_ts: shown?.ts });
  });

  it('are refused as Slack refuses them', async () => {
    const { team } = played;
    team.user('U1');
    team.channel('C1', { botIsMember: false });
    team.channel('G1', { botIsMember: false, private: true });
    team.channel('C2', { archived: true });
    await expect(say('C1')).rejects.toThrow('not_in_channel');
    await expect(say('G1')).rejects.toThrow('channel_not_found');
    await expect(say('C9')).rejects.toThrow('channel_not_found');
    await expect(say('C2')).rejects.toThrow('is_archived');
    await expect(say('U1', { text: '' })).rejects.toThrow('no_text');
    await expect(say('U1', { blocks: [section('x'.repeat(3001))] })).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        response_metadata: {
          messages: [
            '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
          ],
        },
      },
    });
    team.rescope(['commands']);
    await expect(say('U1')).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'chat:write', provided: 'commands' },
    });
    await team.uninstall();
    await expect(say('U1')).rejects.toThrow('account_inactive');
  });

  it('are updated and deleted by their author', async () => {
    const { team, app } = played;
    const ann = team.user('U1');
    const { ts } = await say('U1', { blocks: [section('one')] });
    const named = { token: team.token, channel: ann.dm, ts: ts ?? '' };
    await app.client.chat.update({ ...named, text: 'two' });
    expect(ann.history()).toMatchObject([{ text: 'two', blocks: [], edited: true }]);
    await ann.types('mine');
    const mine = ann.history().at(-1)?.ts ?? '';
    await expect(app.client.chat.update({ ...named, ts: mine, text: 'x' })).rejects.toThrow(
      'cant_update_message',
    );
    await app.client.chat.delete(named);
    expect(ann.history()).toHaveLength(1);
    await expect(app.client.chat.delete(named)).rejects.toThrow('message_not_found');
  });

  it('go by a response_url to the channel, into the place of another, or away', async () => {
    const { team, heard } = played;
    const [ann, bob] = [team.user('U1'), team.user('U2')];
    team.channel('C1', { members: ['U1', 'U2'] });
    await say('C1', { blocks: [button('Press', 'home')] });
    await ann.presses('Press');
    const url = String(heard[0]?.response_url);
    await respondTo(url, { text: 'for all', response_type: 'in_channel' });
    expect((await bob.answer()).words).toBe('hello');
    expect((await bob.answer()).words).toBe('for all');
    await respondTo(url, { text: 'for ann' });
    expect(ann.sees().map(({ text }) => text)).toEqual(['hello', 'for all', 'for ann']);
    expect(bob.sees().map(({ text }) => text)).toEqual(['hello', 'for all']);
    await respondTo(url, { text: 'changed', replace_original: true });
    await respondTo(url, { delete_original: true });
    expect(bob.sees().map(({ text }) => text)).toEqual(['for all']);
    now += 30 * 60_000 + 1;
    expect(await respondTo(url, { text: 'late' })).toBe(404);
  });

  it('go to a response_url five times in half an hour', async () => {
    const { slack, team, heard } = played;
    const ann = team.user('U1');
    await ann.types('/say a');
    await ann.answer();
    const url = String(heard[0]?.response_url);
    const respond = (body: object) => respondTo(url, body);
    expect(await respond({ blocks: [{ type: 'nothing' }] })).toBe(400);
    for (let use = 0; use < 4; use += 1) expect(await respond({ text: 'again' })).toBe(200);
    expect(await respond({ text: 'again' })).toBe(404);
    expect(slack.responses.map(({ answered }) => answered)).toEqual([
      'ok',
      'invalid_blocks',
      ...['ok', 'ok', 'ok', 'ok'],
      'used_url',
    ]);
  });
});
