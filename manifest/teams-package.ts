import { zipSync } from 'fflate';
import { colourIcon, outlineIcon } from './icon.ts';

/** The files that Teams takes as one: the same bytes each time, so that nothing seems to have changed. */
export const teamsFiles = (manifest: string): Readonly<Record<string, Buffer>> => ({
  'manifest.json': Buffer.from(manifest),
  'color.png': colourIcon(),
  'outline.png': outlineIcon(),
});

export const teamsPackage = (manifest: string): Uint8Array =>
  zipSync({ ...teamsFiles(manifest) }, { mtime: '2026-01-01T00:00:00' });
