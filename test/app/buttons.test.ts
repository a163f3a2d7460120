import { describe, expect, it } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { readForm } from '../../src/app/form.ts';
import { type Button, MOST_BUTTONS } from '../../src/app/message.ts';
import { settingAt } from '../../src/domain/setting.ts';
import { merton } from '../support/given.ts';
import { type Heard, logged, textOf } from '../support/house.ts';

describe('a button', () => {
  const everything = async (): Promise<Heard> => {
    const house = await logged({
      arrangement: { ...merton, adopted: ['copy-business-unit', 'refer-case'] },
    });
    await house.ask('manager', '/incident log harm=died abuse=known looked-after=yes');
    await house.ask(
      'manager',
      '/incident log harm=died abuse=known occurred=2026-03-27 raised-by=agency',
    );
    await house.ask('manager', '/incident notified SI-2026-3 on=today');
    for (const on of ['01', '02', '07', '08', '09', '10', '13', '14'])
      await house.tick(`2026-04-${on} 09:00`);
    return house;
  };
  const fits = ({ command: name, fields }: Button, house: Heard): Promise<unknown> =>
    house.store.read().then((ledger) => {
      const command = catalogue.find((one) => one.name === name);
      return (
        command && readForm(command, { fields, bare: [] }, settingAt(ledger, merton, house.now()))
      );
    });

  it('is one of three at most, is a phrase, and fits the form of its command', async () => {
    const house = await everything();
    expect(house.sent.length).toBeGreaterThan(10);
    for (const { message } of house.sent) {
      expect(message.buttons.length).toBeLessThanOrEqual(MOST_BUTTONS);
      expect(new Set(message.buttons.map(({ label }) => label)).size).toBe(message.buttons.length);
      for (const button of message.buttons) {
        expect(await fits(button, house)).toMatchObject({ is: 'filled' });
        if (button.record) expect(Object.values(button.fields).join()).toContain(button.record);
      }
    }
  });

  it('is one that whoever was sent it may press', async () => {
    const house = await everything();
    for (const { to, message } of house.sent)
      for (const { command, fields } of message.buttons)
        expect(textOf(await house.fill(to, command, fields))).not.toMatch(
          / is for |that you can see/,
        );
  });
});
