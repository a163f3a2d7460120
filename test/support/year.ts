import { firstWorkingOf, luck, plus, plusWorking, workingFrom } from './year-days.ts';

export const BODIES = ['qapr', 'ppyp', 'support', 'prevention', 'policy-training'] as const;
const OWNERS = ['probation-lead', 'housing-lead', 'adults-lead', 'council-deputy', 'college-lead'];

/** Who is away or covered, and who has it meanwhile; both days count. */
const ABSENCES = [
  { post: 'probation-lead', from: '2026-03-23', to: '2026-04-10', by: 'probation-deputy' },
  { post: 'housing-lead', from: '2026-10-19', to: '2026-10-30', by: 'housing-deputy' },
  { post: 'qapr-chair', from: '2026-05-01', to: '2026-09-30', by: 'support-chair' },
  { post: 'college-lead', from: '2026-07-20', to: '2026-08-14', by: 'adults-deputy' },
] as const;

export const whoHas = (post: string, day: string): string =>
  ABSENCES.find((one) => one.post === post && one.from <= day && day <= one.to)?.by ?? post;

/** A stretch of an action's life with one day and one owner: from and to are when a command was given. */
interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly due: string;
  readonly owner: string;
}

interface Told {
  readonly at: string;
  readonly is: 'opened' | 'closed' | 'reopened';
}

/** One action as the script plays it, in moments like "2026-03-30 10:00" that compare as text. */
export interface Played {
  readonly ref: string;
  readonly body: string;
  readonly stretches: readonly Stretch[];
  readonly told: readonly Told[];
  readonly evidence: boolean;
  readonly snooze?: { readonly at: string; readonly until: string };
  readonly acknowledged?: string;
}

interface Line {
  readonly at: string;
  readonly text: string;
}

const NEVER = '9999';
const END = '2027-01-04 12:00';

/** Many actions over a year, with all that happens to them, as a script to rehearse. */
export const aYear = (count: number, seed: number) => {
  const lot = luck(seed);
  const days = Array.from({ length: count }, (_, at) => 1 + Math.floor((at * 220) / count));
  const lives = days.map((day, at) => {
    const minute = `10:${String(at - days.indexOf(day)).padStart(2, '0')}`;
    return life(`AC-2026-${at + 1}`, `${plusWorking('2026-01-02', day)} ${minute}`, lot);
  });
  const leave = ABSENCES.map(({ post, from, to, by }, at) => ({
    at: `2026-01-02 11:0${at}`,
    text: post.endsWith('chair')
      ? `@manager /roster cover ${post} by=${by} from=${from} to=${to}`
      : `@manager /roster away post=${post} from=${from} to=${to} cover=${by}`,
  }));
  const lines = [...leave, ...lives.flatMap(({ lines }) => lines), { at: END, text: 'clock' }];
  const script = lines
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map(({ at, text }) => `${at}  ${text}`)
    .join('\n');
  return { script, played: lives.map(({ played }) => played) };
};

type Luck = ReturnType<typeof luck>;
const SOURCES = ['"Minutes of January"', '"Section 11 audit"', 'scrutiny'];
const LAST = END.slice(0, 10);

/** What is being played of one action. */
interface Life {
  readonly ref: string;
  readonly minute: string;
  readonly lines: Line[];
  readonly stretches: Stretch[];
  readonly told: Told[];
  now: Omit<Stretch, 'to'>;
}

const life = (ref: string, given: string, lot: Luck) => {
  const body = lot.of(BODIES);
  const owner = lot.of(OWNERS);
  const due = plusWorking(given.slice(0, 10), 8 + lot.below(25));
  const own: Life = {
    ref,
    minute: given.slice(11),
    lines: [],
    stretches: [],
    told: [{ at: given, is: 'opened' }],
    now: { from: given, due, owner },
  };
  const what = `what="Action ${ref.slice(8)}" source=${lot.of(SOURCES)}`;
  say(own, given.slice(0, 10), `action add ${what} owner=${owner} due=${due} group=${body}`);
  if (lot.chance(0.2)) handOn(own, lot);
  if (lot.chance(0.25)) putOff(own, lot);
  const quiet = {
    ...(lot.chance(0.2) ? takeInHand(own) : {}),
    ...(lot.chance(0.2) ? snooze(own, lot) : {}),
  };
  const evidence = lot.chance(0.6);
  finish(own, evidence, lot);
  const played: Played = {
    ref,
    body,
    stretches: own.stretches,
    told: own.told,
    evidence,
    ...quiet,
  };
  return { lines: own.lines.filter(({ at }) => at.slice(0, 10) < LAST), played };
};

/** The business unit says it, on a day, or somebody else. */
const say = ({ lines, minute }: Life, on: string, text: string, who = 'manager'): string => {
  lines.push({ at: `${on} ${minute}`, text: `@${who} /${text}` });
  return `${on} ${minute}`;
};

/** Its owner says it, or whoever has what falls to the owner on that day. */
const ownSay = (own: Life, on: string, text: string): string =>
  say(own, on, text, whoHas(own.now.owner, on));

const turn = (own: Life, at: string, next: Partial<Stretch>): void => {
  own.stretches.push({ ...own.now, to: at });
  own.now = { ...own.now, from: at, ...next };
};

const handOn = (own: Life, lot: Luck): void => {
  const { from, due, owner } = own.now;
  const on = plusWorking(from.slice(0, 10), 1);
  if (plusWorking(due, -6) <= on) return;
  const to = lot.of(OWNERS.filter((one) => one !== owner));
  turn(own, say(own, on, `action reassign ${own.ref} to=${to}`), { owner: to });
};

/** A day before it is due, or three after. */
const putOff = (own: Life, lot: Luck): void => {
  const on = plusWorking(own.now.due, lot.of([-1, 3]));
  const [, from = on] = [on, own.now.due].sort();
  const due = plusWorking(from, 9 + lot.below(10));
  turn(own, say(own, on, `action extend ${own.ref} to=${due} reason="more time"`), { due });
};

const takeInHand = (own: Life): Pick<Played, 'acknowledged'> => ({
  acknowledged: ownSay(own, plusWorking(own.now.due, -5), `due acknowledge ${own.ref} action`),
});

const snooze = (own: Life, lot: Luck): Pick<Played, 'snooze'> => {
  const until = plus(own.now.due, lot.of([-1, 1, 6]));
  const text = `due snooze ${own.ref} action until=${until} reason="a holiday"`;
  return { snooze: { at: ownSay(own, plusWorking(own.now.due, -3), text), until } };
};

/** Done early, on the day, late, or not at all within the year; one in ten is opened again. */
const finish = (own: Life, isEvidenced: boolean, lot: Luck): void => {
  const on = plusWorking(own.now.due, lot.of([-1, 0, 2, 5, 12, 30, 60, 300]));
  const again = plusWorking(on, 4);
  if (on >= LAST) {
    own.stretches.push({ ...own.now, to: NEVER });
    return;
  }
  const evidence = isEvidenced ? ' evidence="Minute 4"' : '';
  const to = say(own, on, `action done ${own.ref}${evidence}`);
  own.told.push({ at: to, is: 'closed' });
  own.stretches.push({ ...own.now, to });
  if (!lot.chance(0.1) || again >= LAST) return;
  const due = plusWorking(again, 15);
  const text = `action reopen ${own.ref} to=${due} reason="not done after all"`;
  const from = say(own, again, text);
  own.told.push({ at: from, is: 'reopened' });
  own.stretches.push({ ...own.now, from, due, to: NEVER });
};

/** A rung as it should be told: of which action, which rung, to whom, when. */
export const rungsIn = (played: Played): readonly string[] =>
  played.stretches.flatMap((stretch) => {
    const { due, owner } = stretch;
    const from = workingFrom(due);
    const rungs = [
      { name: '-5 WD', on: plusWorking(due, -5), to: [owner] },
      { name: '0 WD', on: from, to: [owner] },
      { name: '+1 WD', on: plusWorking(from, 1), to: [`${played.body}-chair`] },
      { name: '+30 days', on: workingFrom(plus(due, 30)), to: executiveFor(owner) },
    ];
    return [...rungs, ...staleIn(played, stretch)].flatMap(({ name, on, to }) =>
      to.flatMap((post) => {
        const day = post === owner ? notSnoozed(on, played, stretch) : on;
        const at = `${day} 09:00`;
        const isSo = stretch.from < at && at < stretch.to && at < END;
        return isSo ? [`${played.ref} ${name} due ${due} to ${whoHas(post, day)} at ${at}`] : [];
      }),
    );
  });

/** Of these owners only probation is of another sector than the council's. */
const executiveFor = (owner: string): readonly string[] =>
  owner === 'probation-lead' ? ['police-lead'] : ['council-lead'];

/** What was said of one day holds for no other. */
const isSaidIn = (at: string | undefined, { from, to }: Stretch): at is string =>
  at !== undefined && from < at && at < to;

const notSnoozed = (on: string, { snooze }: Played, stretch: Stretch): string => {
  if (!snooze || !isSaidIn(snooze.at, stretch) || snooze.at > `${on} 09:00`) return on;
  const until = workingFrom(snooze.until);
  return until > on ? until : on;
};

const staleIn = ({ acknowledged }: Played, stretch: Stretch) =>
  isSaidIn(acknowledged, stretch)
    ? [
        {
          name: `stale ${acknowledged.slice(0, 10)}`,
          on: plusWorking(acknowledged.slice(0, 10), 5),
          to: [stretch.owner],
        },
      ]
    : [];

/** The numbers of a body's digest on the first working day of a month, counted from the script alone. */
export const recount = (played: readonly Played[], body: string, month: string, last: string) => {
  const now = `${firstWorkingOf(month)} 09:00`;
  const since = `${firstWorkingOf(last)} 09:00`;
  const own = played.filter((one) => one.body === body);
  const isOpenAt = ({ told }: Played, at: string): boolean => {
    const before = told.filter((one) => one.at <= at).at(-1);
    return before !== undefined && before.is !== 'closed';
  };
  const count = (is: Told['is']): number =>
    own
      .flatMap(({ told }) => told)
      .filter((one) => one.is === is && since < one.at && one.at <= now).length;
  const dueAt = ({ stretches }: Played): string =>
    stretches.findLast(({ from }) => from <= now)?.due ?? '';
  const open = own.filter((one) => isOpenAt(one, now));
  const next = plus(`${month}-28`, 7).slice(0, 7);
  return [
    own.filter((one) => isOpenAt(one, since)).length,
    count('opened'),
    count('reopened'),
    count('closed'),
    open.length,
    open.filter((one) => dueAt(one) < now.slice(0, 10)).length,
    open.filter((one) => dueAt(one).startsWith(month)).length,
    open.filter((one) => dueAt(one).startsWith(next)).length,
    0,
    own.filter(
      (one) => one.told.some(({ at }) => at <= now) && !isOpenAt(one, now) && !one.evidence,
    ).length,
  ];
};
