// Started by test/bench/growth.ts: opens what lies there, works out what is due, and says what memory that takes.
import { remindersDue } from '../../../src/domain/reminders.ts';
import { openStore } from '../../../store/open.ts';
import { merton } from '../../support/given.ts';
import { NOW } from '../actions.ts';

const [, , place = '', partnership] = process.argv;
const store = await openStore(place, undefined, { partnership });
const { length } = remindersDue(await store.read(), merton, NOW);
globalThis.gc?.();
process.stdout.write(`${process.memoryUsage.rss()} ${length}\n`);
await store.close();
process.exit();
