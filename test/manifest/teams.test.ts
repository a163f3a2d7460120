import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../commands/index.ts';
import { asFile } from '../../manifest/slack-manifest.ts';
import { NO_APP, teamsManifest, USUAL_TEAMS } from '../../manifest/teams-manifest.ts';
import { teamsFiles, teamsPackage } from '../../manifest/teams-package.ts';
import { command } from './draw.ts';

const folder = `${import.meta.dirname}/../../manifest/teams`;
const committed = (name: string): Buffer => readFileSync(`${folder}/${name}`);
const manifest = teamsManifest(catalogue, USUAL_TEAMS);

/** The schema that the package ships: nothing is fetched. */
const schemaOf = (version: string): object => {
  const index = createRequire(import.meta.url).resolve('@microsoft/app-manifest');
  const path = join(dirname(index), `json-schemas/teams/v${version}/MicrosoftTeams.schema.json`);
  return JSON.parse(readFileSync(path, 'utf8'));
};

const validate = (of: object): Promise<readonly string[]> =>
  AppManifestUtils.validateAgainstSchema(
    of as never,
    schemaOf(manifest.manifestVersion) as never,
  ) as Promise<readonly string[]>;

describe('manifest/teams', () => {
  it('is fresh: npm run manifest would write it again as it is', () => {
    for (const [name, bytes] of Object.entries(teamsFiles(asFile(manifest))))
      expect(committed(name).equals(bytes), name).toBe(true);
  });

  it('is what Teams takes, by its own schema', async () => {
    expect(await validate(manifest)).toEqual([]);
    expect(await validate({ ...manifest, id: 'heed' })).not.toEqual([]);
    expect(await validate({ ...manifest, surprise: true })).not.toEqual([]);
  });

  it('offers what the catalogue has, and a desk', () => {
    const [bot] = manifest.bots;
    const [personal, others] = bot?.commandLists ?? [];
    expect(personal?.commands.map(({ title }) => title).slice(0, 4)).toEqual([
      'desk',
      'help',
      'due',
      'incident log',
    ]);
    const names = new Set(catalogue.map(({ name }) => name));
    expect(others?.commands.every(({ title }) => names.has(title))).toBe(true);
    for (const list of bot?.commandLists ?? [])
      expect(list.commands.length).toBeLessThanOrEqual(12);
  });

  it('is stale as soon as something is said differently', () => {
    const [first, ...rest] = catalogue;
    const other = first ? [{ ...first, summary: 'Otherwise.' }, ...rest] : rest;
    expect(teamsManifest(other, USUAL_TEAMS)).not.toEqual(manifest);
    const none = teamsManifest([command('new')], USUAL_TEAMS);
    expect(JSON.stringify(none)).toContain('"title":"new"');
  });

  it('has icons of the sizes that Teams asks for', () => {
    for (const [name, size] of [
      ['color.png', 192],
      ['outline.png', 32],
    ] as const)
      expect([committed(name).readUInt32BE(16), committed(name).readUInt32BE(20)]).toEqual([
        size,
        size,
      ]);
  });

  it('is zipped as it stands, the same each time', () => {
    const zipped = teamsPackage(asFile(manifest));
    expect(Buffer.from(teamsPackage(asFile(manifest))).equals(Buffer.from(zipped))).toBe(true);
    const files = unzipSync(zipped);
    expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
    expect(Buffer.from(files['manifest.json'] ?? []).toString()).toContain(NO_APP);
  });
});
