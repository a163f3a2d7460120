import { describe, expect, it } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { asText } from '../../src/app/message.ts';
import { asking } from '../support/ledger.ts';

const help = (who: string, about = '') =>
  asText(asking(`2026-03-30 09:00 @${who} /help ${about}`).decision.message);

describe('the catalogue', () => {
  it('is in alphabetical order, and names nothing twice', () => {
    const names = catalogue.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].toSorted());
  });

  it.each(catalogue.map((command) => [command.name, command.summary]))(
    '/%s says in a sentence what it does',
    (_, summary) => {
      expect(summary).toMatch(/^[A-Z].*\.$/);
    },
  );
});

describe('/help', () => {
  it('lists what the manager may ask', () => {
    expect(help('manager')).toContain(
      '/incident log: Log a serious incident and start its clocks.',
    );
  });

  it('lists nothing that an agency may not ask', () => {
    expect(help('probation-lead')).not.toContain('/incident');
    expect(help('probation-lead', 'incident')).toContain('no such command for you');
  });

  it('tells a scrutineer alone where a disclosure goes, and has no command that would keep one', () => {
    expect(help('scrutineer')).toContain('write to both directly, by their pages on GOV.UK');
    expect(help('manager')).not.toContain('GOV.UK');
    expect(catalogue.filter(({ name }) => /disclos|whistle/.test(name))).toEqual([]);
  });

  it('shows how one command is written', () => {
    expect(help('manager', 'incident notified')).toContain(
      '/incident notified REFERENCE on=DAY [panel-ref="…"]',
    );
  });
});
