import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { accept, defineCommand, type OpenForm } from '../../src/app/command.ts';
import {
  agenciesField,
  agencyField,
  dayField,
  postField,
  referenceField,
} from '../../src/app/field.ts';
import { plain } from '../../src/app/message.ts';
import { LOGGED, openHouse, textOf } from '../support/house.ts';

const ask = defineCommand({
  name: 'ask',
  summary: 'Ask agencies for something.',
  allow: 'everyone',
  fields: z.object({
    about: referenceField('About which incident', 'SI'),
    owner: postField('Who sees to it').optional(),
    first: agencyField('Whom first').optional(),
    to: agenciesField('Of whom'),
    by: dayField('By when', { fallback: 'tomorrow' }),
  }),
  decide: ({ owner, first, to, by }) =>
    accept(plain([owner, first, to.join('+'), by].filter(Boolean).join(' '))),
});

const asked = async (typed: string, who = 'manager') => {
  const house = openHouse({ catalogue: [ask] });
  return house.ask(who, typed);
};

describe('a post and an agency', () => {
  it('are read by their ids, as a person would type them', async () => {
    const answer = await asked(
      '/ask SI-2026-1 owner=@police-lead first=Probation to="st-georges, Housing" by=2026-04-01',
    );
    expect(textOf(answer)).toBe('police-lead probation st-georges+housing 2026-04-01');
  });

  it('are all of them where one says all', async () => {
    const text = textOf(await asked('/ask SI-2026-1 to=all'));
    expect(text).toMatch(/^council\+health\+police\+primary-schools\+.*\+adults 2026-03-31$/);
  });

  it.each([
    ['owner=nobody', 'owner: there is no such post. /roster show has all of them'],
    ['first=nobody', 'first: there is no such agency. Those there are: council, health, police,'],
    ['to=police,nobody', 'to: there is no such agency.'],
  ])('that are not there are refused, and those there are named: %s', async (typed, sentence) => {
    expect(
      textOf(await asked(`/ask SI-2026-1 to=police ${typed}`.replace('to=police to', 'to'))),
    ).toContain(sentence);
  });
});

describe('a form that is opened', () => {
  const formFor = async (who: string): Promise<OpenForm | undefined> => {
    const house = openHouse();
    await house.ask('manager', LOGGED);
    const { store } = house;
    return (await openHouse({ store, catalogue: [ask] }).ask(who, '/ask first=Police')).form;
  };
  const choices = async (who: string, field: string) =>
    (await formFor(who))?.fields.find(({ name }) => name === field)?.choices;

  it('offers posts and agencies by their names', async () => {
    expect(await choices('manager', 'owner')).toContainEqual({
      value: 'police-lead',
      label: 'Commander, South West Basic Command Unit',
    });
    expect(await choices('manager', 'to')).toContainEqual({
      value: 'probation',
      label: 'Probation',
    });
  });

  it('offers the records of its series that the person may see, and no others', async () => {
    expect(await choices('manager', 'about')).toEqual([{ value: 'SI-2026-1', label: 'SI-2026-1' }]);
    expect(await choices('probation-lead', 'about')).toEqual([]);
  });

  it('says what was typed as it is chosen, and a day that is taken as a date', async () => {
    const form = await formFor('manager');
    expect(form?.filled).toEqual({ first: 'police' });
    expect(form?.fields.find(({ name }) => name === 'by')?.fallback).toBe('2026-03-31');
  });
});
