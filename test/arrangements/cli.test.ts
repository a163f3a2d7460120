import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedArrangements } from '../../src/arrangements/load.ts';
import { arrangementProgram } from '../../src/arrangements/program.ts';
import { day } from '../../src/domain/day.ts';
import { folderOf } from '../support/files.ts';
import { littleYaml } from '../support/given.ts';

const PROGRAM = resolve(import.meta.dirname, '../../src/arrangement.ts');
const MOVES = resolve(import.meta.dirname, '../scenarios/merton-moves.yaml');

const run = (...given: readonly string[]) => arrangementProgram(given, day('2026-03-17'));

it('is a program of its own', async () => {
  const ended = await new Promise((done) => {
    const command = [
      '--disable-warning=ExperimentalWarning',
      PROGRAM,
      'check',
      '/nowhere/ours.yaml',
    ];
    execFile(process.execPath, command, (failed, stdout, stderr) => {
      done([failed?.code, stdout, stderr]);
    });
  });
  expect(ended).toEqual([2, '', '/nowhere/ours.yaml cannot be read. Check its path.\n']);
});

describe('npm run arrangement', () => {
  it('check says that it can be used', () =>
    expect(run('check', 'merton-2019')).toEqual({
      code: 0,
      text: 'merton-2019 can be used: Merton Safeguarding Children Partnership, 2019.\n',
    }));

  it('check names every mistake by its line and path', () => {
    const file = join(
      folderOf({ 'ours.yaml': littleYaml('banner: ""').replace('wt2018', 'wt1066') }),
      'ours.yaml',
    );
    const { code, text } = run('check', file);
    expect(code).toBe(1);
    expect(text).toMatch(
      /^\S+ours\.yaml cannot be used: 2 mistakes\.\n {2}line 4, ruleSet: .*\n {2}line 18, banner: .*\n$/,
    );
  });

  it('check says how long what is kept, and that nothing goes by itself', () => {
    const yaml = littleYaml(
      'retention: [{ records: reviews, years: 10, source: Our schedule }, { records: messages, years: 1, source: Our schedule }]',
    );
    const { code, text } = run('check', join(folderOf({ 'ours.yaml': yaml }), 'ours.yaml'));
    expect(code).toBe(0);
    expect(text.split('\n').slice(1)).toEqual([
      '  Reviews have to be kept for 10 years after they are over (Our schedule)',
      '  Messages have to be kept for 1 year (Our schedule): Slack, Teams and the mail server have what was sent, and delete it by what is set there',
      '  A published report stays public for a year at the least (S0, Appendix 7)',
      '  What is not named here is kept for ever. Heed deletes nothing by itself: it lists what has been kept as long as it has to be, and the manager decides.',
      '',
    ]);
  });

  it('check warns of what ends with another arrangement', () => {
    const { code, text } = run('check', MOVES);
    expect(code).toBe(0);
    expect(text).toContain('From Wed 1 Dec 2021, under merton-2021, these are no posts any more: ');
  });

  it('explain prints the year, the posts and the ladders in plain words', () => {
    const { code, text } = run('explain', MOVES, '--on', '2021-11-30');
    expect(code).toBe(0);
    for (const line of [
      'Merton Safeguarding Children Partnership, 2019 (merton-2019), on Tue 30 Nov 2021',
      'From Wed 1 Dec 2021 another holds: Merton Safeguarding Children Partnership, from December 2021 (merton-2021).',
      '  partnership-chair: Chair of the Partnership; whoever is the chair',
      '  The chair and the scrutineer are different people (S0 7.10)',
      '    Quorate with any two of London Borough of Merton, Merton Clinical Commissioning Group or Metropolitan Police, Basic Command Unit.',
      'The year from Thu 1 Apr 2021 to Thu 31 Mar 2022',
      '    Wed 16 Jun: The Partnership meets',
      '    By Thu 30 Sep: Have the annual report approved, at the Partnership. The manager has it (S0 section 10 and 9.1 to 9.3)',
      '    2 working days before: whoever owes it',
      '  Normally raised at the Executive Group',
      '  What is not named here is kept for ever. Heed deletes nothing by itself: it lists what has been kept as long as it has to be, and the manager decides.',
    ])
      expect(text.split('\n')).toContain(line);
  });

  it.each(shippedArrangements())('explain says of %s what there is, in whole words', (name) => {
    const { code, text } = run('explain', name);
    expect(code).toBe(0);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    for (const title of ['Posts', 'Bodies', 'Who is told when', 'Reviews', 'What is kept'])
      expect(text.split('\n')).toContain(title);
  });

  it('explain follows who is in the chair', () => {
    const { text } = run('explain', 'staffordshire-like', '--on', '2020-04-01');
    expect(text).toContain(
      'partnership-chair: Partner in the chair; in turn, now the stoke lead, from Thu 1 Oct 2020 the health lead',
    );
  });

  it.each([
    ['nothing', []],
    ['no file', ['check']],
    ['another word', ['mend', 'merton-2019']],
    ['a word too many', ['check', 'merton-2019', 'sutton-2019']],
    ['a day that is none', ['explain', 'merton-2019', '--on', '2021-02-30']],
    ['an option that is none', ['check', 'merton-2019', '--loudly']],
  ])('%s is not understood', (_, given) => {
    const { code, text } = run(...given);
    expect(code).toBe(2);
    expect(text).toMatch(/^Write: npm run -s arrangement -- check NAME_OR_YAML, or: .*\n$/);
  });

  it('a file that is not there is said to be so', () =>
    expect(run('check', '/nowhere/ours.yaml')).toEqual({
      code: 2,
      text: '/nowhere/ours.yaml cannot be read. Check its path.\n',
    }));
});
