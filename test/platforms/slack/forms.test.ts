import { describe, expect, it } from 'vitest';
import { slackStage } from '../../support/slack-stage.ts';

const LOG = 'When did the local authority become aware?';

describe('a form', () => {
  it('opens where something is missing, with what was typed in it, and answers in its place', async () => {
    const stage = await slackStage({ cases: false });
    const manager = stage.who('manager');
    await manager.types('/incident log harm=died aware=today');
    await manager.answer();
    expect(manager.modal).toMatchObject({ title: 'Incident log', submit: 'Save', close: 'Close' });
    expect(manager.modal?.values).toMatchObject({ 'What happened': 'Died', [LOG]: '2026-03-30' });
    expect(manager.modal?.options['Abuse or neglect']).toEqual([
      'Known',
      'Suspected',
      'Not suspected',
    ]);
    expect(await manager.submit()).toMatchObject({ error: 'required' });
    manager.fill('Abuse or neglect', 'Suspected');
    await manager.submit();
    const { words } = await manager.answer();
    expect(words).toContain('SI-2026-1 is logged');
    expect(manager.modal?.buttons).toEqual([
      'I have notified them',
      'I have told the partners',
      'Why?',
    ]);
  });

  it('says at its field what is wrong with it, and saves when it is put right', async () => {
    const stage = await slackStage({ cases: false });
    const notifier = stage.who('notifier');
    await notifier.types('/incident log harm=died abuse=suspected aware=today');
    await notifier.answer();
    await notifier.types('/incident notified SI-2026-1');
    await notifier.answer();
    notifier.fill('When was the notification submitted?', '2026-03-30');
    notifier.fill("The Panel's reference", 'call 07700 900123');
    await notifier.submit();
    expect(notifier.modal?.errors).toEqual({
      "The Panel's reference":
        "That looks like a phone number, so nothing was saved. Give the child's code (Child M) and the reference in the council's system.",
    });
    notifier.fill("The Panel's reference", 'P-2026-7');
    await notifier.submit();
    expect((await notifier.answer()).words).toContain(
      'the notification was submitted on Mon 30 Mar',
    );
    const log = JSON.stringify(await Array.fromAsync(stage.engine().store.entries()));
    expect(log).not.toContain('07700');
  });

  it('says above the fields what no field is to blame for, and keeps what was filled in', async () => {
    const stage = await slackStage({ cases: false });
    const manager = stage.who('manager');
    await manager.useShortcut('anywhere:incident log');
    await manager.answer();
    manager.fill('What happened', 'Seriously harmed');
    manager.fill('Abuse or neglect', 'Known');
    manager.fill('Age', '18 to 24');
    await manager.submit();
    const { words } = await manager.answer();
    expect(words).toContain(
      'Not saved yet.* Of people of 18 or over only the death of a care leaver is logged.',
    );
    expect(manager.modal?.values).toMatchObject({
      'What happened': 'Seriously harmed',
      Age: '18 to 24',
    });
    manager.fill('Age', 'Under 18');
    await manager.submit();
    expect((await manager.answer()).words).toContain('SI-2026-1 is logged');
  });

  it('has a second page above the first, and both are saved together, once', async () => {
    const stage = await slackStage({ cases: false });
    const manager = stage.who('manager');
    await manager.useShortcut('anywhere:incident log');
    await manager.answer();
    manager.fill('What happened', 'Died');
    manager.fill('Abuse or neglect', 'Known');
    await manager.presses('More fields');
    expect((await manager.answer()).words).toContain(
      '*Save* saves both pages. *Back* drops what is filled in on this one.',
    );
    expect(manager.modal).toMatchObject({ depth: 2, close: 'Back' });
    expect(manager.modal?.labels).toEqual([
      'How many children',
      'Raised by',
      "Reference in the council's own case system",
    ]);
    manager.fill('How many children', '2');
    manager.fill("Reference in the council's own case system", 'at SM4 5DX');
    await manager.submit();
    expect(Object.values(manager.modal?.errors ?? {})).toEqual([
      expect.stringContaining('That looks like a postcode'),
    ]);
    manager.fill("Reference in the council's own case system", 'LCS file 4471');
    await manager.submit();
    expect((await manager.answer()).words).toContain('Child A, Child B');
    await manager.closeModal();
    expect(manager.modal).toBeUndefined();
    expect((await stage.engine().heed.desk('manager'))?.sections[0]?.rows).toEqual([]);
    expect((await stage.engine().store.read()).records.size).toBe(1);
  });

  it('asks on the second page for what was wrong on the first', async () => {
    const stage = await slackStage({ cases: false });
    const manager = stage.who('manager');
    await manager.types('/incident log harm=died abuse=known');
    await manager.answer();
    await manager.types('/incident correct SI-2026-1');
    await manager.answer();
    manager.fill('Why is it corrected?', 'the family of Jane Elizabeth said so');
    await manager.presses('More fields');
    await manager.answer();
    manager.fill('What happened', 'Seriously harmed');
    await manager.submit();
    const { words } = await manager.answer();
    expect(words).toContain("Two capitalised words look like a person's name");
    expect(manager.modal?.labels).toContain('Why is it corrected?');
    manager.fill('Why is it corrected?', 'the duty desk said so');
    await manager.submit();
    expect((await manager.answer()).words).toContain('SI-2026-1 is corrected');
  });

  it('lets what looks like a name through when one says it is nobody’s', async () => {
    const stage = await slackStage({ cases: false });
    const manager = stage.who('manager');
    await manager.types('/incident log harm=died abuse=known');
    await manager.answer();
    await manager.types('/incident withdraw SI-2026-1 reason="Duty Rota was wrong"');
    const { words } = await manager.answer();
    expect(words).toContain('Two capitalised words');
    expect(manager.modal?.values['Why is it withdrawn?'] ?? '').toBe('');
    manager.fill('Why is it withdrawn?', 'Duty Rota was wrong');
    manager.fill('What looks like a name', ['It is nobody’s name']);
    await manager.submit();
    expect((await manager.answer()).words).toContain('SI-2026-1 is withdrawn');
  });

  it('sent twice is saved once', async () => {
    const stage = await slackStage({ cases: false });
    const manager = stage.who('manager');
    const { ask } = stage.engine().heed;
    await manager.useShortcut('anywhere:incident log');
    await manager.answer();
    manager.fill('What happened', 'Died');
    manager.fill('Abuse or neglect', 'Known');
    const name = manager.modal?.id ?? '';
    await manager.submit();
    const again = await ask({
      actor: 'manager',
      via: 'slack',
      asking: { command: 'incident log', fields: { harm: 'died', abuse: 'known' } },
      once: `slack/T0HOST/view/${name}`,
    });
    expect(again.message.title).toBe('This came twice and was done once: incident log, SI-2026-1');
  });

  it('of somebody who may not is no form, and says so', async () => {
    const stage = await slackStage({ cases: false });
    const probation = stage.who('probation-lead');
    await probation.useShortcut('anywhere:incident log');
    expect((await probation.answer()).words).toContain(
      '/incident log is for the business unit and the notifying officer.',
    );
  });

  it('that takes long to save says so, and then shows the answer', async () => {
    const stage = await slackStage({ cases: false, patienceMs: 20 });
    const manager = stage.who('manager');
    const { store } = stage.engine();
    const gate = Promise.withResolvers<void>();
    const { append } = store;
    Object.assign(store, {
      append: async (entry: Parameters<typeof append>[0]) => {
        await gate.promise;
        return append(entry);
      },
    });
    await manager.useShortcut('anywhere:incident log');
    await manager.answer();
    manager.fill('What happened', 'Died');
    manager.fill('Abuse or neglect', 'Known');
    await manager.submit();
    expect((await manager.answer()).words).toContain('Heed is saving this.');
    gate.resolve();
    expect((await manager.answer()).words).toContain('SI-2026-1 is logged');
  });
});

describe('a button', () => {
  it('in a modal answers in the modal', async () => {
    const stage = await slackStage({ cases: false });
    const manager = stage.who('manager');
    await manager.useShortcut('anywhere:incident log');
    await manager.answer();
    manager.fill('What happened', 'Died');
    manager.fill('Abuse or neglect', 'Known');
    await manager.submit();
    await manager.answer();
    await manager.presses('I have notified them', { on: 'modal' });
    expect((await manager.answer()).words).toContain('the notification was submitted');
    expect(manager.modal?.buttons).toContain('I have told the partners');
    expect(manager.modal?.buttons).not.toContain('I have notified them');
  });

  it('in an answer that only one sees replaces that answer', async () => {
    const stage = await slackStage({ cases: false });
    const manager = stage.who('manager');
    for (let n = 0; n < 15; n += 1) {
      await manager.types('/incident log harm=died abuse=known');
      await manager.answer();
    }
    await manager.types('/due all');
    await manager.answer();
    const page = manager.sees(`D${manager.id}NOTES`).at(-1);
    expect(page?.text).toContain('page 1 of 2');
    await manager.presses('Next page', page ? { on: page } : {});
    await manager.answer();
    const seen = manager.sees(`D${manager.id}NOTES`);
    expect(seen.filter(({ text }) => text.includes('page 1 of 2'))).toEqual([]);
    expect(seen.at(-1)?.text).toContain('page 2 of 2');
    expect(manager.history(`D${manager.id}NOTES`)).toEqual([]);
  });

  it('on the home tab opens the answer, and the tab changes', async () => {
    const stage = await slackStage({ cases: false });
    const notifier = stage.who('notifier');
    await notifier.types('/incident log harm=died abuse=known');
    await notifier.answer();
    await notifier.opensHome();
    expect((await notifier.answer()).words).toContain('What I owe (2)');
    await notifier.presses('I have notified them', { on: 'home' });
    await notifier.answer();
    await stage.quiet();
    expect(notifier.modal?.title).toBe('Heed');
    expect(JSON.stringify(notifier.home)).toContain('What I owe (1)');
  });
});

describe('a shortcut', () => {
  it('shows what I owe', async () => {
    const stage = await slackStage({ cases: false });
    const police = stage.who('police-lead');
    await police.useShortcut('anywhere:due');
    expect((await police.answer()).words).toContain('You owe nothing at the moment.');
  });

  it('on a message explains the record that stands in it', async () => {
    const stage = await slackStage({ cases: false });
    const notifier = stage.who('notifier');
    await notifier.types('/incident log harm=died abuse=known aware=2026-03-30');
    await stage.passTo('2026-04-02 09:00');
    const [reminder] = notifier.history(notifier.dm);
    if (!reminder) throw new Error('there is no reminder');
    await notifier.useShortcutOn('message:why', reminder);
    await notifier.answer();
    expect(notifier.modal?.title).toBe('Heed');
    expect(JSON.stringify(notifier.modal?.blocks)).toContain('Why SI-2026-1');
  });
});

describe('a message that is made an action', () => {
  it('opens the form with its words in it, for those who may give one', async () => {
    const stage = await slackStage({ cases: false });
    const manager = stage.who('manager');
    await manager.types('/roster leave probation-lead');
    await manager.answer();
    await stage.quiet();
    const [told] = manager.history(manager.dm);
    if (!told) throw new Error('the business unit was told of nothing');
    await manager.useShortcutOn('message:action add', told);
    await manager.answer();
    expect(JSON.stringify(manager.modal?.blocks)).toContain(
      '"initial_value":"Heed needs your help',
    );
    const notifier = stage.who('notifier');
    await notifier.types('/incident log harm=died abuse=known aware=2026-03-30');
    await stage.passTo('2026-04-02 09:00');
    const [reminder] = notifier.history(notifier.dm);
    if (!reminder) throw new Error('there is no reminder');
    await notifier.useShortcutOn('message:action add', reminder);
    expect((await notifier.answer()).words).toContain('/action add is for');
  });
});

describe('the command is read as it was typed', () => {
  it('with a prefix, and with what Slack makes of signs and mentions', async () => {
    const stage = await slackStage({ cases: false, prefix: 'scp-' });
    const manager = stage.who('manager');
    await manager.types('/scp-incident log harm=died abuse=known');
    expect((await manager.answer()).words).toContain('SI-2026-1 is logged');
    await manager.types('/scp-incident withdraw SI-2026-1 reason="a & b < c, says @notifier"');
    await manager.answer();
    const [, , last] = await Array.fromAsync(stage.engine().store.entries());
    expect(JSON.stringify(last?.changes ?? '')).not.toContain('&amp;');
  });

  it('by a stranger is declined, and tells nothing else', async () => {
    const stage = await slackStage({ cases: false });
    const stranger = stage.team.user('USTRANGER');
    await stranger.types('/due all');
    expect((await stranger.answer()).words).toContain("You are not on this partnership's roster");
    await stranger.opensHome();
    expect((await stranger.answer()).words).toContain("You are not on this partnership's roster");
  });
});
