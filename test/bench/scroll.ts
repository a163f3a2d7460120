import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { plain } from '../../src/app/message.ts';
import { loadArrangement } from '../../src/arrangements/load.ts';
import { instant } from '../../src/domain/day.ts';
import { listen } from '../../src/http.ts';
import { Said, said } from '../../src/platforms/local/said.ts';
import { openWorkspace } from '../../src/workspace.ts';
import { privateFolder } from '../../store/files.ts';
import { openJournal } from '../../store/journal.ts';

/** How a long conversation scrolls: `node test/bench/scroll.ts [HOW_MANY]`. */
const MESSAGES = Number(process.argv[2] ?? 5000);
const PORT = 3947;
const at = instant('2026-11-23T09:30:00Z');

const parent = mkdtempSync(join(tmpdir(), 'heed-scroll-'));
const folder = join(parent, 'workspace');
await privateFolder(folder);
const journal = await openJournal({ path: join(folder, 'conversations'), item: Said });
await journal.add(
  Array.from({ length: MESSAGES }, (_, n) =>
    said(at, 'manager', 'notice', plain(`AC-2026-${n}: audit findings by Fri 4 Dec`, 'One line.')),
  ),
);
await journal.close();

const problem = (trouble: unknown): never => {
  throw trouble;
};
const arrangement = loadArrangement('merton-2023');
const place = { folder, port: PORT, arrangement, machineTime: () => at };
const workspace = await openWorkspace({ ...place, onBug: problem, onTrouble: problem });
const server = await listen(workspace.app, PORT);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const began = performance.now();
await page.goto(server.url);
await page.getByRole('article').first().waitFor();
const first = performance.now() - began;
// Everything, as somebody would have it who has scrolled up to the beginning.
for (let there = 0; there < MESSAGES; ) {
  await page.evaluate("document.getElementById('earlier').click()");
  there = (await page.evaluate("document.querySelectorAll('article').length")) as number;
}
const frames = (await page.evaluate(`new Promise((resolve) => {
  const box = document.getElementById('messages');
  const times = [];
  let last = performance.now();
  box.scrollTop = box.scrollHeight;
  const step = (now) => {
    times.push(now - last);
    last = now;
    box.scrollTop -= 300;
    if (times.length < 480) requestAnimationFrame(step);
    else resolve(times.slice(5));
  };
  requestAnimationFrame(step);
})`)) as number[];
const sorted = frames.toSorted((a, b) => a - b);
const share = (part: number): string => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
process.stdout.write(
  `${MESSAGES} messages: shown after ${first.toFixed(0)} ms; a frame while scrolling takes ${share(0.5)} ms (p50), ${share(0.95)} ms (p95), ${share(0.999)} ms at the most\n`,
);
await browser.close();
await server.close();
await workspace.close();
rmSync(parent, { recursive: true, force: true });
