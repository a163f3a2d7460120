import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { listen } from '../../src/http.ts';
import type { Workspace } from '../../src/workspace.ts';
import { workspaceOn } from './workspace.ts';

/** Debian's; on another machine, say where it is. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const hasBrowser = existsSync(CHROMIUM);

if (!hasBrowser)
  process.stderr.write(
    '\n*** There is no Chromium here, so the browser tests are SKIPPED: apt-get install chromium ***\n\n',
  );

const ARGUMENTS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS.split(' ') });

export interface Opened {
  readonly page: Page;
  readonly url: string;
  readonly workspace: Workspace;
}

/** A page on a folder's workspace; what the page complains of fails the test. */
export const openPage = async (browser: Browser, folder: string): Promise<Opened> => {
  const port = await freePort();
  const workspace = await workspaceOn(folder, port);
  const server = await listen(workspace.app, port);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  await page.goto(server.url);
  onTestFinished(async () => {
    await page.close();
    await server.close();
    await workspace.close();
    if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('; ')}`);
  });
  return { page, url: server.url, workspace };
};

/** Found by asking the system for one and giving it back. */
export const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
};

/** axe-core, run beside the page's own policy: it is put in by the browser, not fetched by the page. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  const session = await page.context().newCDPSession(page);
  const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
  await session.send('Runtime.evaluate', { expression: readFileSync(source, 'utf8') });
  const { result } = await session.send('Runtime.evaluate', {
    expression:
      "axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | '))))",
    awaitPromise: true,
  });
  return JSON.parse(String(result.value));
};
