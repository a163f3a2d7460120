import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signed } from '../../support/slack/double.ts';
import { twoWorkspaces } from '../../support/slack-workspaces.ts';

type Json = Readonly<Record<string, unknown>>;

const POLICE = 'the-secret-of-the-police';
const LOGS = { harm: 'died', abuse: 'known' };
const NOWHERE = 'http://127.0.0.1:1/';
const fresh = (): string => randomBytes(8).toString('hex');

/** Two workspaces with a secret each; requests come to Heed signed with either. */
const open = async () => {
  const stage = await twoWorkspaces({ policeSecret: POLICE });
  const { slack, engine, officer, manager, now } = stage;
  const post = async (type: string, body: string, secret: string): Promise<number> => {
    const headers = { 'content-type': type, ...signed(secret, now(), body) };
    return (await slack.post(body, headers)).status;
  };
  return {
    hostSecret: slack.signingSecret,
    /** As a button or a form comes. */
    interact: (payload: Json, secret: string) => {
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      return post('application/x-www-form-urlencoded', body, secret);
    },
    json: (payload: Json, secret: string) =>
      post('application/json', JSON.stringify(payload), secret),
    type: (payload: Readonly<Record<string, string>>, secret: string) =>
      post('application/x-www-form-urlencoded', new URLSearchParams(payload).toString(), secret),
    /** Who has done what, once nothing more comes. */
    written: async (): Promise<readonly string[]> => {
      await slack.settled(60);
      const entries = await Array.fromAsync(engine.store.entries());
      return entries.map(({ by, asked }) => `${by}: ${asked}`);
    },
    /** No Slack has such a response_url, so a button's answer goes by direct message: to whom, and what it says. */
    untilAnswered: async () => {
      const posted = () => slack.calls.find(({ method }) => method === 'chat.postMessage');
      const { team, args } = await slack.until(posted, 'an answer');
      expect(args.channel).toBe(officer.dm);
      expect(manager.history(manager.dm)).toEqual([]);
      return `${team}: ${args.text}`;
    },
  };
};

/** A button that logs an incident, pressed by somebody at home in one workspace, from another. */
const press = (user: string, home: string, team: string): Json => ({
  type: 'block_actions',
  user: { id: user, team_id: home },
  team: { id: team },
  trigger_id: fresh(),
  response_url: NOWHERE,
  container: {},
  actions: [
    {
      type: 'button',
      block_id: 'b',
      action_id: '0:incident log',
      value: JSON.stringify(LOGS),
    },
  ],
});

const formOf = (user: string, home: string, team: string, view: Json = {}): Json => ({
  type: 'view_submission',
  user: { id: user, team_id: home },
  team: { id: home },
  view: {
    id: `V${fresh()}`,
    app_installed_team_id: team,
    type: 'modal',
    callback_id: 'form',
    private_metadata: JSON.stringify({ command: 'incident log', page: 1, fields: LOGS }),
    state: { values: {} },
    ...view,
  },
});

const command = (user: string, team: string): Readonly<Record<string, string>> => ({
  command: '/incident',
  text: 'log harm=died abuse=known',
  team_id: team,
  user_id: user,
  trigger_id: fresh(),
  response_url: NOWHERE,
});

describe('whoever knows the secret of a partner’s app cannot speak for the business unit', () => {
  it.each<readonly [string, Json]>([
    ['with a button', press('UMANAGER', 'T0HOST', 'T0POLICE')],
    ['with a button of the host’s', press('UMANAGER', 'T0HOST', 'T0HOST')],
    ['with a form', formOf('UMANAGER', 'T0HOST', 'T0POLICE')],
  ])('%s', async (_, payload) => {
    const { interact, written } = await open();
    expect(await interact(payload, POLICE)).toBe(401);
    expect(await written()).toEqual([]);
  });

  it('with a slash command', async () => {
    const { type, written } = await open();
    expect(await type(command('UMANAGER', 'T0HOST'), POLICE)).toBe(401);
    expect(await written()).toEqual([]);
  });

  it.each<readonly [string, Json]>([
    ['a slash command', command('UMANAGER', 'T0HOST')],
    [
      'one that names their team too',
      { ...command('UMANAGER', 'T0HOST'), team: { id: 'T0POLICE' } },
    ],
    [
      'one that passes for an event',
      { ...command('UMANAGER', 'T0HOST'), team: { id: 'T0POLICE' }, type: 'event_callback' },
    ],
    ['a button', press('UMANAGER', 'T0HOST', 'T0POLICE')],
  ])('with %s sent as JSON, which nothing but an event is', async (_, body) => {
    const { json, written } = await open();
    expect([400, 401]).toContain(await json(body, POLICE));
    expect(await written()).toEqual([]);
  });
});

describe('a person is vouched for', () => {
  it('by the secret of their own workspace', async () => {
    const { type, hostSecret, written } = await open();
    expect(await type(command('UMANAGER', 'T0HOST'), hostSecret)).toBe(200);
    expect(await written()).toEqual(['manager: incident log']);
  });

  it('where their workspace has no app of Heed’s, by the host’s alone', async () => {
    const { interact, hostSecret } = await open();
    expect(await interact(press('UNURSE', 'T0HEALTH', 'T0HOST'), hostSecret)).toBe(200);
    expect(await interact(press('UNURSE', 'T0HEALTH', 'T0POLICE'), POLICE)).toBe(401);
    expect(await interact(formOf('UNURSE', 'T0HEALTH', 'T0POLICE'), POLICE)).toBe(401);
  });

  it('as who they are there: the same id at home with the police is not the manager', async () => {
    const { interact, untilAnswered, written } = await open();
    expect(await interact(press('UMANAGER', 'T0POLICE', 'T0POLICE'), POLICE)).toBe(200);
    expect(await untilAnswered()).toMatch(/^T0POLICE: .*is for/);
    expect(await written()).toEqual([]);
  });
});

describe('a form has a name of its own', () => {
  it('so that one above an answer is saved, though the form below was', async () => {
    const { interact, hostSecret, written } = await open();
    const below = formOf('UMANAGER', 'T0HOST', 'T0HOST', { id: 'V1', root_view_id: 'V1' });
    const above = formOf('UMANAGER', 'T0HOST', 'T0HOST', { id: 'V2', root_view_id: 'V1' });
    expect(await interact(below, hostSecret)).toBe(200);
    expect(await interact(above, hostSecret)).toBe(200);
    expect(await written()).toEqual(['manager: incident log', 'manager: incident log']);
  });
});
