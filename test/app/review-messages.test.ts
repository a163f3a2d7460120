import { describe, expect, it } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import type { Answer } from '../../src/app/dispatch.ts';
import { readForm } from '../../src/app/form.ts';
import { type Button, type Message, MOST_BUTTONS } from '../../src/app/message.ts';
import { settingAt } from '../../src/domain/setting.ts';
import { slackMessage } from '../../src/platforms/slack/render.ts';
import { checkMessage } from '../../src/platforms/slack/validate.ts';
import { LIFE, OTHER } from '../support/embargo.ts';
import { merton } from '../support/given.ts';
import { openHouse, textOf } from '../support/house.ts';

/** Days on which something is asked for, from the first step to the action that is late. */
const DAYS = [
  '04-01',
  '04-02',
  '04-09',
  '04-13',
  '04-14',
  '04-22',
  '04-24',
  '04-30',
  '05-01',
  '06-02',
];

/** A case from beginning to end, with everything that anybody was told of it. */
const told = async () => {
  const house = openHouse({ at: '2026-03-31 09:00' });
  const answers: Answer[] = [];
  const ask = async (typed: string) => void answers.push(await house.ask('manager', typed));
  for (const typed of [...OTHER, ...LIFE]) await ask(typed);
  for (const on of DAYS) await house.tick(`2026-${on} 09:00`);
  for (const typed of [
    '/why RR-2026-2',
    '/why PR-2026-2',
    '/why AC-2026-1',
    '/help',
    '/help review',
    '/review list',
    '/due all',
  ])
    await ask(typed);
  return { house, answers, sent: house.sent };
};

describe('what is said of a review', () => {
  it('is taken by Slack as it stands', async () => {
    const { answers, sent } = await told();
    expect(answers.filter(({ is }) => is === 'refused').map(textOf)).toEqual([]);
    for (const { message } of [...answers, ...sent]) checkMessage(slackMessage(message));
  });

  it('has at most three buttons, each a phrase of its own that names its record and fits its form', async () => {
    const { house, answers, sent } = await told();
    const setting = settingAt(await house.store.read(), merton, house.now());
    const fits = ({ command: name, fields }: Button) => {
      const command = catalogue.find((one) => one.name === name);
      return command && readForm(command, { fields, bare: [] }, setting);
    };
    const check = ({ buttons }: Message): void => {
      expect(buttons.length).toBeLessThanOrEqual(MOST_BUTTONS);
      expect(new Set(buttons.map(({ label }) => label)).size).toBe(buttons.length);
      for (const button of buttons) {
        // What needs words opens its form.
        expect(['filled', 'missing']).toContain(fits(button)?.is);
        if (button.record) expect(Object.values(button.fields).join()).toContain(button.record);
      }
    };
    for (const { message } of [...answers, ...sent]) check(message);
  });

  it('has buttons that whoever was sent them may press', async () => {
    const { house, sent } = await told();
    expect(new Set(sent.map(({ to }) => to)).size).toBeGreaterThan(5);
    for (const { to, message } of [...sent])
      for (const { command, fields } of message.buttons)
        expect(textOf(await house.fill(to, command, fields))).not.toMatch(
          / is for |that you can see/,
        );
  });
});
