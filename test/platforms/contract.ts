import { describe, expect, it } from 'vitest';

/** A message as somebody sees it on a surface. */
interface Seen {
  /** All its words, as plain text. */
  readonly text: string;
  readonly buttons: readonly string[];
}

/** A surface with Merton's roster and the example of a rehearsal on it, driven as people drive it. */
export interface Surface {
  readonly say: (who: string, typed: string) => Promise<void>;
  /** Presses a button of somebody's newest message that has it. */
  readonly press: (who: string, label: string) => Promise<void>;
  /** What somebody has before them, oldest first. */
  readonly seen: (who: string) => Promise<readonly Seen[]>;
  /** Lets time pass to 09:00 of a day. */
  readonly passTo: (day: string) => Promise<void>;
}

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
