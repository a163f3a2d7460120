import { aRehearsal } from '../support/workspace.ts';
import { type Surface, surfaceContract } from './contract.ts';

interface Shown {
  readonly kind: string;
  readonly text: string;
  readonly card?: { readonly actions: readonly Action[] };
}
interface Action {
  readonly title: string;
  readonly verb: string;
  readonly data: { readonly fields: Readonly<Record<string, string>> };
}

/** The local page, driven by the requests that it makes itself. */
const local = async (): Promise<Surface> => {
  const { app, folder } = await aRehearsal();
  const headers = { host: '127.0.0.1:3000', 'content-type': 'application/json' };
  const post = async (path: string, body: object): Promise<void> => {
    await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  const shown = async (who: string): Promise<readonly Shown[]> => {
    const response = await app.request(`/api/messages?who=${who}`, { headers });
    return ((await response.json()) as { readonly messages: readonly Shown[] }).messages;
  };
  return {
    folder,
    say: (who, typed) => post('/api/ask', { who, typed }),
    press: async (who, label) => {
      const actions = (await shown(who)).flatMap(({ card }) => card?.actions ?? []);
      const action = actions.findLast(({ title }) => title === label);
      if (!action) throw new Error(`${who} has no button "${label}"`);
      await post('/api/ask', { who, command: action.verb, fields: action.data.fields });
    },
    seen: async (who) =>
      (await shown(who))
        .filter(({ kind }) => kind !== 'asked')
        .map(({ text, card }) => ({
          text: text.replace(/\n\[[^\n]*\]$/, ''),
          buttons: card?.actions.map(({ title }) => title) ?? [],
        })),
    passTo: (day) => post('/api/clock', { to: day }),
  };
};

surfaceContract('the local page', local);
