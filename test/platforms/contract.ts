import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decisionsIn } from '../support/decisions.ts';

/** A message as somebody sees it on a surface. */
interface Seen {
  /** All its words, as plain text. */
  readonly text: string;
  readonly buttons: readonly string[];
}

/** A surface with Merton's roster and the example of a rehearsal on it, driven as people drive it. */
export interface Surface {
  /** Where its decisions are written down. */
  readonly folder: string;
  readonly say: (who: string, typed: string) => Promise<void>;
  /** Presses a button of somebody's newest message that has it. */
  readonly press: (who: string, label: string) => Promise<void>;
  /** What somebody has before them, oldest first. */
  readonly seen: (who: string) => Promise<readonly Seen[]>;
  /** Lets time pass to 09:00 of a day. */
  readonly passTo: (day: string) => Promise<void>;
}

/** Who does what, one after another: a day, a command, or a button. */
const SCRIPT: readonly (readonly [who: string, does: string])[] = [
  ['manager', '/incident list'],
  ['notifier', 'I have notified them'],
  ['notifier', '/due'],
  ['probation-lead', '/incident show SI-2026-1'],
  ['manager', '/review start SI-2026-1'],
  ['manager', '/undo'],
  ['manager', '/review start SI-2026-1'],
  ['manager', '/incident notified SI-2026-1 on=2026-03-28'],
  ['police-lead', '/due all'],
  ['everybody', '2026-04-10'],
  [
    'manager',
    '/request new what="Attendance at strategy meetings" kind=data to=police,health due=2026-05-01',
  ],
  ['police-lead', '/request answer IR-2026-1 answer=provided'],
  ['manager', '/request show IR-2026-1'],
  ['everybody', '2026-04-24'],
  ['manager', '/due week'],
  ['notifier', '/incident withdraw SI-2026-1 reason="logged twice"'],
];
const PEOPLE = ['manager', 'notifier', 'police-lead', 'council-lead', 'probation-lead'];

/** Everything that anybody is shown, step by step, and what was decided. */
const played = async (surface: Surface): Promise<string> => {
  const lines: string[] = [];
  const known = new Map<string, number>();
  const look = async (): Promise<void> => {
    for (const who of PEOPLE) {
      const seen = await surface.seen(who);
      const fresh = seen.slice(known.get(who) ?? 0);
      known.set(who, seen.length);
      for (const { text, buttons } of fresh)
        lines.push(`@${who}:`, ...text.split('\n'), ...buttons.map((label) => `[${label}]`));
    }
  };
  // What stands there already may have been drawn anew since: that is for each platform's own tests.
  await look();
  lines.length = 0;
  for (const [who, does] of SCRIPT) {
    lines.push('', `== ${who}: ${does}`);
    if (who === 'everybody') await surface.passTo(does);
    else if (does.startsWith('/')) await surface.say(who, does);
    else await surface.press(who, does);
    await look();
  }
  return [...lines, '', '== decided', ...decisionsIn(surface.folder), ''].join('\n');
};

/** What every platform does alike: the same words, the same decisions, to the same people. */
export const surfaceContract = (name: string, open: () => Promise<Surface>): void => {
  const last = async (surface: Surface, who: string): Promise<Seen> => {
    const seen = (await surface.seen(who)).at(-1);
    if (!seen) throw new Error(`${who} has seen nothing`);
    return seen;
  };

  describe(`${name}, as every platform`, () => {
    it('answers whoever asks, and nobody else', async () => {
      const surface = await open();
      const before = await surface.seen('manager');
      await surface.say('notifier', '/due');
      expect((await last(surface, 'notifier')).text).toBe(
        'You owe 1 thing\n- By Wed 8 Apr 2026: SI-2026-1, notify the Panel, 2 working days left',
      );
      expect(await surface.seen('manager')).toEqual(before);
    });

    it('brings a reminder with its words and its buttons', async () => {
      const { text, buttons } = await last(await open(), 'notifier');
      expect(text.split('\n').slice(0, 2)).toEqual([
        'SI-2026-1: notify the Panel by Wed 8 Apr, 2 working days left',
        'The council became aware on Mon 30 Mar. 5 working days, not counting Good Friday and Easter Monday.',
      ]);
      expect(buttons).toEqual(['I have notified them', 'Why?']);
    });

    it('does what a button stands for', async () => {
      const surface = await open();
      await surface.press('notifier', 'I have notified them');
      expect((await last(surface, 'notifier')).text).toContain(
        'SI-2026-1: the notification was submitted on Thu 2 Apr',
      );
      await surface.passTo('2026-04-10');
      expect(await surface.seen('police-lead')).toEqual([]);
    });

    it('escalates at its moment, to those it concerns', async () => {
      const surface = await open();
      await surface.passTo('2026-04-10');
      expect((await last(surface, 'police-lead')).text).toContain(
        'The notifier has been reminded four times since Thu 2 Apr',
      );
      expect(await surface.seen('probation-lead')).toEqual([]);
    });

    it('repeats nothing that was declined', async () => {
      const surface = await open();
      await surface.say('manager', '/incident withdraw SI-2026-1 reason="at SM4 5DX"');
      await surface.say('probation-lead', '/incident withdraw SI-2026-1 reason="at SM4 5DX"');
      for (const who of ['manager', 'probation-lead'])
        expect(JSON.stringify(await surface.seen(who))).not.toContain('5DX');
    });

    it('plays the same script to the same words and the same decisions', async () => {
      const parity = join(import.meta.dirname, 'parity.txt');
      await expect(await played(await open())).toMatchFileSnapshot(parity);
    });

    it('tells nobody of a case they may not see', async () => {
      const surface = await open();
      await surface.say('probation-lead', '/why SI-2026-1');
      await surface.say('probation-lead', '/due all');
      expect(JSON.stringify(await surface.seen('probation-lead'))).not.toContain('Child A');
      expect((await last(surface, 'probation-lead')).text).toBe(
        'Nothing is owed in the partnership that you can see.',
      );
    });
  });
};
