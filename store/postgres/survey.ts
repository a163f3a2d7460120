import pg, { type Client } from 'pg';
import { type Day, type Instant, londonDay } from '../../src/domain/day.ts';
import { emptyLedger } from '../../src/domain/ledger.ts';
import { Damaged } from '../cannot-open.ts';
import { vouching } from '../mark.ts';
import { type Point, pointIn } from '../picture.ts';
import { envelope, parseKey } from '../seal.ts';
import { comparePicture, purgesIn, type Survey, type SurveyedPurge } from '../survey.ts';
import { advance, entryOf, START } from '../walk.ts';
import { type Hand, linkOf } from './link.ts';
import type { Place } from './place.ts';
import type { Database } from './pool.ts';
import { beside, ONLY, roleOf } from './prepare.ts';
import { rowsAfter } from './rows.ts';
import { STEPS } from './schema.ts';

/** What was found in a database. Nothing of any case is in it. */
export interface Surveyed {
  readonly called: string;
  readonly version: string;
  /** Whether what is acknowledged survives a power cut of the server. */
  readonly isDurable: boolean;
  /** Whether Heed comes in as somebody who may do more than it needs. */
  readonly isOwner: boolean;
  readonly prepared: 'not-yet' | 'older' | 'now' | 'newer';
  readonly partnership: string | undefined;
  readonly log: LogSurvey | undefined;
}

interface LogSurvey {
  readonly entries: number;
  readonly days: readonly [first: Day, last: Day] | undefined;
  readonly hash: string;
  readonly purges: Survey['purges'];
  readonly broken: Pick<Damaged, 'seq' | 'reason'> | undefined;
  readonly picture: Survey['picture'];
}

export const isWholeLog = ({ broken, picture }: LogSurvey): boolean =>
  !broken && picture !== 'ahead' && picture !== 'differs';

/** Looks at a database, and walks the chain from end to end. It changes nothing. Throws CannotOpen. */
export const surveyDatabase = (
  place: Place,
  key: string | undefined,
  wanted: string | undefined,
): Promise<Surveyed> => {
  const secret = key === undefined ? undefined : parseKey(key);
  const hand: Hand = { envelope: envelope('log', secret, 'database'), key: secret };
  return beside(place, async (client) => {
    await client.query('set transaction read only');
    const about = await aboutIt(client);
    const prepared = await preparedIn(client);
    const partnership = prepared === 'now' ? await takeSeat(client, wanted) : undefined;
    const log = partnership === undefined ? undefined : await surveyLog(client, hand);
    return { called: place.called, ...about, prepared, partnership, log };
  });
};

const aboutIt = async (client: Client) => {
  const { rows } = await client.query(`
    select current_setting('server_version') as version, current_setting('fsync') = 'on' as "isDurable",
      rolsuper or rolbypassrls or coalesce(
        (select pg_has_role(nspowner, 'usage') from pg_namespace where nspname = 'heed'),
        has_database_privilege(current_database(), 'create')
      ) as "isOwner"
    from pg_roles where rolname = current_user`);
  return rows[0] as Pick<Surveyed, 'version' | 'isDurable' | 'isOwner'>;
};

const preparedIn = async (client: Client): Promise<Surveyed['prepared']> => {
  const { rows } = await client.query(`
    select has_schema_privilege(oid, 'usage') as open from pg_namespace where nspname = 'heed'`);
  if (!rows[0]?.open) return 'not-yet';
  const taken = await client.query('select coalesce(max(step), 0) as step from heed.steps');
  const { step } = taken.rows[0];
  if (step === STEPS.length) return 'now';
  return step > STEPS.length ? 'newer' : 'older';
};

/** As Heed itself would see it; nothing where nobody works for it yet. */
const takeSeat = async (
  client: Client,
  wanted: string | undefined,
): Promise<string | undefined> => {
  const own = await client.query('select heed.mine() as name');
  if (own.rows[0]?.name) return own.rows[0].name;
  const name = wanted ?? ONLY;
  const seat = await client.query('select 1 from heed.seats where role = $1', [roleOf(name)]);
  if (seat.rows.length === 0) return undefined;
  await client.query(`set local role ${pg.escapeIdentifier(roleOf(name))}`);
  return name;
};

const surveyLog = async (client: Client, hand: Hand): Promise<LogSurvey> => {
  const ask: Database['ask'] = async (text, values) =>
    (await client.query(text, values ? [...values] : [])).rows;
  const { unwrap } = envelope('picture', hand.key);
  const [kept] = await ask<{ body: string }>('select body from heed.pictures');
  const drawn = kept && pointIn(kept.body, unwrap);
  const { last, days, broken, point, purges } = await tour(ask, hand, drawn?.ledger.seq);
  const picture = !kept ? 'none' : drawn ? comparePicture(drawn, point) : 'unusable';
  return { entries: last.seq, days, hash: last.hash, purges, broken, picture };
};

const tour = async (ask: Database['ask'], hand: Hand, drawnAt: number | undefined) => {
  let ledger = emptyLedger;
  let last = START;
  let point: Point | undefined;
  let span: readonly [Instant, Instant] | undefined;
  let broken: Damaged | undefined;
  const purges: SurveyedPurge[] = [];
  const marks = vouching();
  try {
    for await (const row of rowsAfter({ ask }, 0)) {
      const link = linkOf(row, last, hand);
      marks.take(link);
      ledger = advance(ledger, link);
      if (link.seq === drawnAt) point = { ledger, hash: link.hash };
      const entry = entryOf(link);
      span = [span?.[0] ?? entry.at, entry.at];
      purges.push(...purgesIn(entry));
      last = link;
    }
    marks.end();
  } catch (problem) {
    if (!(problem instanceof Damaged)) throw problem;
    broken = problem;
  }
  const days = span && ([londonDay(span[0]), londonDay(span[1])] as const);
  return { last, days, broken, point, purges };
};
