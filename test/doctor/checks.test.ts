import { appendFile, chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { note, well, wrong } from '../../src/app/finding.ts';
import { BadSetting, config } from '../../src/config.ts';
import { clockFinding } from '../../src/doctor/clock.ts';
import { holidayFinding } from '../../src/doctor/holidays.ts';
import { attempt, nodeFinding, withoutNames } from '../../src/doctor/settings.ts';
import { spaceFinding, storeFindings } from '../../src/doctor/store.ts';
import { tell } from '../../src/doctor/tell.ts';
import { day } from '../../src/domain/day.ts';
import { slackClock } from '../../src/platforms/slack/checks.ts';
import { openStore } from '../../store/open.ts';
import { newFolder } from '../store/folder.ts';
import { logged } from '../support/entries.ts';
import { merton } from '../support/given.ts';
import { amiss, clinic } from './clinic.ts';

const KEY = 'ab'.repeat(32);

describe('Node', () => {
  it.each([
    ['22.18.0', 'well'],
    ['24.21.0', 'well'],
    ['22.9.1', 'wrong'],
    ['20.20.2', 'wrong'],
  ])('%s is %s', (running, is) => expect(nodeFinding(running, '>=22.18').is).toBe(is));
});

describe('the settings', () => {
  it('are read as the program reads them; each mistake is a finding', () => {
    const read = attempt('Settings', () => config({ PORT: 'x', HEED_KEY: '' }), String);
    expect(amiss(read.findings)).toEqual([
      'wrong Settings: HEED_KEY: it is set to nothing: unset it, or give it a value',
      'wrong Settings: PORT: write a number',
    ]);
  });

  it('name the file before each of its mistakes', () => {
    const bad = () => {
      throw new BadSetting('slack.yaml cannot be used:\n  one\n  two');
    };
    expect(attempt('Slack', bad, String).findings.map(({ sentence }) => sentence)).toEqual([
      'slack.yaml cannot be used: one',
      'slack.yaml cannot be used: two',
    ]);
  });

  it('repeat nobody who is not a post of the roster', () => {
    const sentences = [
      'f cannot be used: people.Jo Smith: nobody of that id is on the roster of merton-2023',
      'f cannot be used: people.j.smith.0: expected a team and a person, like T0/U0',
      'f cannot be used: people.manager.0: expected a team and a person, like T0/U0',
    ];
    const said = withoutNames(
      sentences.map((one) => wrong('Slack', one)),
      merton.people,
    ).map(({ sentence }) => sentence);
    expect(said).toEqual([
      'f cannot be used: people.J…: nobody of that id is on the roster of merton-2023',
      'f cannot be used: people.j….0: expected a team and a person, like T0/U0',
      sentences[2],
    ]);
  });
});

describe('the clock', () => {
  it.each([
    [0, 'well', "the same as Slack's"],
    [-1, 'well', "1 second behind Slack's"],
    [60, 'well', "60 seconds ahead of Slack's"],
    [61, 'wrong', "61 seconds ahead of Slack's"],
    [-301, 'wrong', "301 seconds behind Slack's"],
  ])('%i seconds off is %s', (seconds, is, words) => {
    const found = clockFinding({ here: 1e12 + seconds * 1000, there: 1e12 });
    expect(found.is).toBe(is);
    expect(found.sentence).toContain(words);
    expect(found.sentence.includes('switch on time synchronisation')).toBe(is === 'wrong');
  });

  it("is compared with what Slack's own answer says", async () => {
    const { slack } = await clinic({ now: () => Date.now() - 420_000 });
    const found = clockFinding(await slackClock(slack.apiUrl));
    expect(found.is).toBe('wrong');
    expect(found.sentence).toMatch(/is 42\d seconds ahead of Slack's/);
  });

  it('is not compared where Slack is not heard', async () => {
    const { slack } = await clinic();
    slack.faults.down(true);
    expect(clockFinding(await slackClock(slack.apiUrl))).toMatchObject({ is: 'note' });
  });
});

describe('the holidays', () => {
  it.each([
    ['2028-06-30', 'well'],
    ['2028-07-01', 'note'],
    ['2028-12-31', 'note'],
    ['2029-01-01', 'wrong'],
  ])('known until 2028 are, on %s, %s', (today, is) => {
    const found = holidayFinding({ holidays: new Map(), lastYear: 2028 }, day(today));
    expect(found.is).toBe(is);
    expect(found.sentence).toContain('until Sun 31 Dec 2028');
    expect(found.sentence.includes('bank-holidays.json')).toBe(is !== 'well');
    expect(found.sentence.includes('/holiday add')).toBe(is !== 'well');
  });
});

describe('the folder', () => {
  const filled = async (key?: string): Promise<string> => {
    const dir = await newFolder();
    const store = await openStore(dir, key);
    for (let seq = 1; seq <= 3; seq += 1) await store.append(logged(seq, 'a name'));
    await store.close();
    return dir;
  };

  it('is well where the log is whole, and nothing of any case is said', async () => {
    const found = await storeFindings(await filled(KEY), KEY);
    expect(amiss(found)).toEqual([]);
    expect(found.map(({ sentence }) => sentence)).toContain(
      'it is whole: 3 entries, Mon 5 Jan 2026 to Mon 5 Jan 2026.',
    );
    expect(JSON.stringify(found)).not.toMatch(/a name|priya|SI-2026|abab/);
  });

  it('may be looked at while Heed is running, and is left as it was', async () => {
    const dir = await newFolder();
    const store = await openStore(dir, KEY);
    await store.append(logged(1));
    expect(amiss(await storeFindings(dir, KEY))).toEqual([]);
    await store.append(logged(2));
    await store.close();
  });

  it('may be new: then there is nothing to mend', async () => {
    const dir = await newFolder();
    expect(amiss(await storeFindings(dir, KEY))).toEqual([
      `note Folder: ${dir} is not there yet; Heed makes it when it first starts. If Heed has run before, check the path.`,
    ]);
    await mkdir(dir, { mode: 0o700 });
    expect(amiss(await storeFindings(dir, KEY))).toEqual([
      expect.stringContaining('note Folder: there is no log in'),
    ]);
  });

  it.each([
    ['not sealed', undefined, undefined, 'note Seal: HEED_KEY is not set'],
    ['not sealed, but there is a key', undefined, KEY, 'wrong Log: This folder is not sealed, but'],
    [
      'sealed, but there is no key',
      KEY,
      undefined,
      'wrong Log: This folder is sealed: set HEED_KEY',
    ],
    ['sealed with another key', KEY, 'cd'.repeat(32), 'wrong Log: This folder was sealed with'],
    ['looked at with what is no key', KEY, 'no-key', 'wrong Seal: HEED_KEY must be 32 bytes'],
  ])('is %s', async (_what, sealedWith, key, line) => {
    const found = amiss(await storeFindings(await filled(sealedWith), key));
    expect(found).toContainEqual(expect.stringContaining(line));
    expect(found.join()).not.toContain('no-key');
  });

  const log = (dir: string): string => join(dir, 'entries.chain');
  it.each([
    ['a torn end', (dir: string) => appendFile(log(dir), 'half'), 'its last 4 bytes are torn'],
    [
      'a broken middle',
      async (dir: string) => {
        const bytes = await readFile(log(dir));
        bytes[90] = 0x20;
        await writeFile(log(dir), bytes);
      },
      'Restore the folder from a backup.',
    ],
    [
      'lost entries',
      async (dir: string) => {
        const bytes = await readFile(log(dir));
        await writeFile(log(dir), bytes.subarray(0, bytes.indexOf('\n') + 1));
      },
      'it has lost entries',
    ],
  ])('has a log with %s', async (_what, damage, words) => {
    const dir = await filled(KEY);
    await damage(dir);
    const [line, ...more] = amiss(await storeFindings(dir, KEY));
    expect(line).toMatch(/^wrong Log: /);
    expect(line).toContain(words);
    expect(more).toEqual([]);
  });

  it('is open to others', async () => {
    const dir = await filled(KEY);
    await chmod(dir, 0o755);
    expect(amiss(await storeFindings(dir, KEY))).toEqual([
      `wrong Folder: ${dir} is open to other users of this machine. Close it: chmod 700 ${dir}`,
    ]);
  });

  it('is the folder of something else, or no folder', async () => {
    const dir = await filled(KEY);
    await rm(log(dir));
    await chmod(dir, 0o755);
    expect(amiss(await storeFindings(dir, KEY))[0]).toContain('Give Heed a folder of its own.');
    expect(amiss(await storeFindings(join(dir, 'picture'), KEY))).toEqual([
      expect.stringContaining('is no folder.'),
    ]);
    expect(amiss(await storeFindings(join(dir, 'picture/in'), KEY))).toEqual([
      expect.stringContaining('cannot be read (ENOTDIR).'),
    ]);
  });

  it.each([
    [199_999_999, 'wrong'],
    [200_000_000, 'well'],
  ])('has %i bytes left on its disk: %s', (bytes, is) => expect(spaceFinding(bytes).is).toBe(is));
});

describe('what is told', () => {
  const [fine, mind, mend] = [well('A', 'a.'), note('B', 'b.'), wrong('C', 'c\n  d.')];

  it('is a line each, with its word first, and what they come to', () =>
    expect(tell([fine, mind, mend, mend], [])).toBe(
      'well   A: a.\nnote   B: b.\nwrong  C: c d.\nwrong  C: c d.\n2 things to mend, 1 to note.\n',
    ));

  it.each([
    [[fine], 'All is well.'],
    [[fine, mind], 'Nothing to mend, 1 thing to note.'],
    [[mend], '1 thing to mend.'],
  ])('ends with what they come to: %#', (findings, last) =>
    expect(tell(findings, []).trimEnd().split('\n').at(-1)).toBe(last),
  );

  it('holds no secret, even where a mistake quotes one', () => {
    const quoted = wrong('Slack', 'xoxb-1-2-abc and my-secret-key and xapp-1-A-b');
    expect(tell([quoted], ['my-secret-key', 'and'])).toContain(
      'a secret] and [a secret] and [a secret]',
    );
  });
});
