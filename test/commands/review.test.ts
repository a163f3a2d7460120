import { describe, expect, it } from 'vitest';
import { asText, MOST_BUTTONS } from '../../src/app/message.ts';
import { asking } from '../support/ledger.ts';
import { NEXT } from '../support/next.ts';

const LOG = '2026-06-01 09:00 @manager /incident log harm=died abuse=known aware=2026-06-01';
const NOTIFIED = '2026-06-03 09:00 @manager /incident notified SI-2026-1 on=today';
const START = '2026-06-03 09:01 @manager /review start SI-2026-1 agencies=council,police ask=no';
const RECORD =
  '2026-06-10 09:00 @manager /review record RR-2026-1 a=yes b=yes c=yes d=no e=no f=yes g=yes h=yes i=yes j=yes';
const DECIDE =
  '2026-06-10 09:10 @manager /review decide RR-2026-1 outcome=lcspr criteria=improvements rationale-ref=G1';
const NONE = DECIDE.replace('lcspr', 'none');
const REVIEWER =
  '2026-06-10 09:20 @manager /review reviewer PR-2026-1 called=Author method=silp practice=yes research=yes complexity=yes hindsight=yes findings=yes conflict=none';
const MEDIA = '2026-06-10 09:30 @manager /review media RR-2026-1 line=L1';
const OUT = '2026-06-11 09:00 @manager /review publish PR-2026-1 on=today';
const CASE = [LOG, NOTIFIED, START];
const DECIDED = [...CASE, RECORD, DECIDE];
const REVIEWED = [...DECIDED, REVIEWER];

const answer = (before: readonly string[], typed: string, who = 'manager') => {
  const { decision, ledger } = asking([...before, `2026-06-15 10:00 @${who} ${typed}`].join('\n'));
  return { is: decision.is, message: decision.message, text: asText(decision.message), ledger };
};

/** One row a refusal: what stood before, what is asked, what is said. */
const REFUSED: readonly (readonly [string, readonly string[], string, string])[] = [
  [
    'a statutory review without a notification',
    [LOG],
    '/review start SI-2026-1',
    'follows a notification',
  ],
  [
    'a statutory review of what does not meet the criteria',
    [LOG.replace('abuse=known', 'abuse=not-suspected')],
    '/review start SI-2026-1',
    'kind=local',
  ],
  ['a second review', CASE, '/review start SI-2026-1', 'has its review already, RR-2026-1'],
  [
    'a type of review that the partnership has not',
    [LOG],
    '/review start SI-2026-1 type=serious-case-review',
    'Choose one of rapid-review and partnership-review',
  ],
  [
    'a type of review that comes of a decision',
    [LOG],
    '/review start SI-2026-1 type=local-review',
    'does not begin with an incident',
  ],
  [
    'a type that runs otherwise',
    [LOG],
    '/review start SI-2026-1 type=partnership-review kind=statutory',
    'Leave kind out',
  ],
  ['a review of nothing', [], '/review start SI-2026-1', '/incident list'],
  ['a contribution without its day', [LOG], '/review start SI-2026-1 kind=contribution', 'due=DAY'],
  [
    'a review begun tomorrow',
    [...CASE.slice(0, 2)],
    '/review start SI-2026-1 on=tomorrow',
    'still to come',
  ],
  ['a step that is none', CASE, '/review step RR-2026-1 lunch', 'requests, returns, chase'],
  ['a step that sending settles', CASE, '/review step RR-2026-1 send', '/review sent RR-2026-1'],
  [
    'completion with something missing',
    CASE,
    '/review record RR-2026-1 a=yes complete=yes',
    'lacks b (immediate safeguarding)',
  ],
  [
    'a second decision',
    DECIDED,
    '/review decide RR-2026-1 outcome=none criteria=none rationale-ref=G',
    '/review redecide',
  ],
  [
    'deciding again without a first',
    CASE,
    '/review redecide RR-2026-1 outcome=none criteria=none rationale-ref=G reason=so',
    '/review decide',
  ],
  [
    'deciding the same again',
    DECIDED,
    '/review redecide RR-2026-1 outcome=lcspr criteria=none rationale-ref=G reason=so',
    'That is the decision already',
  ],
  ['sending what is not complete', CASE, '/review sent RR-2026-1', 'its record lacks'],
  ['sending without a decision', [...CASE, RECORD], '/review sent RR-2026-1', '/review decide'],
  [
    'sending twice',
    [...DECIDED, '2026-06-10 11:00 @manager /review sent RR-2026-1'],
    '/review sent RR-2026-1',
    'already recorded',
  ],
  [
    'sharing what is held back',
    [...REVIEWED, '2026-06-11 09:00 @manager /review embargo RR-2026-1 pending=trial'],
    '/review learning PR-2026-1 products=briefing',
    '/review embargo PR-2026-1 off',
  ],
  [
    'a period that ends before it begins',
    REVIEWED,
    '/review scope PR-2026-1 terms=T1 from=2026-02-01 to=2026-01-01',
    'Check both days',
  ],
  ['holding back what is not there', [], '/review embargo SI-2026-1', '/incident list'],
  ['a reply to what was not sent', DECIDED, '/review replied RR-2026-1', '/review sent'],
  [
    'the copy of a report without a day of publication',
    REVIEWED,
    '/review sent PR-2026-1',
    '/review publish',
  ],
  [
    'informing of what there is not',
    DECIDED,
    '/review informed PR-2026-1 of=delay',
    'There is no delay',
  ],
  [
    'the family and the others in one',
    DECIDED,
    '/review informed RR-2026-1 whom=family,panel',
    'one after the other',
  ],
  [
    'the family, before there is a decision',
    CASE,
    '/review informed RR-2026-1 whom=family',
    '/review decide',
  ],
  [
    'a practice review where there is none',
    [...CASE, RECORD, NONE],
    '/review checkin RR-2026-1',
    'has led to no practice review',
  ],
  [
    'an open conflict of interest',
    DECIDED,
    REVIEWER.slice(26).replace('conflict=none', 'conflict=open'),
    'blocks the appointment',
  ],
  [
    'an answer to no request',
    REVIEWED,
    '/review request PR-2026-1 letter=L1 answered=yes',
    'Record the request first',
  ],
  [
    'half a line of the estimate',
    REVIEWED,
    '/review costs PR-2026-1 line=author',
    'line=author amount=4000',
  ],
  [
    'an amount that is none',
    REVIEWED,
    '/review costs PR-2026-1 line=author amount=lots',
    'Write it in pounds',
  ],
  [
    'shares of 99 per cent',
    REVIEWED,
    '/review costs PR-2026-1 shares="council=50,health=49"',
    'add up to 99 %, and must add up to exactly 100 %',
  ],
  [
    'a share of somebody unknown',
    REVIEWED,
    '/review costs PR-2026-1 shares="council=50,theatre=50"',
    'The agencies are council',
  ],
  [
    'equal and unequal parts at once',
    REVIEWED,
    '/review costs PR-2026-1 line=author amount=10 partners=council shares="health=100"',
    'partners= and unequal ones with shares=',
  ],
  ['the costs of what has none yet', REVIEWED, '/review costs PR-2026-1', 'has no estimate yet'],
  [
    'taking completeness back (G64)',
    [...CASE, RECORD.replace(' d=no', ' d=yes').replace(' h=yes', '')],
    '/review record RR-2026-1 d=no',
    'give h=yes with d=no',
  ],
  [
    'leaving out what was there',
    DECIDED,
    '/review record RR-2026-1 i=no j=no',
    'Leave i and j as they were',
  ],
  [
    'publishing what is held back',
    [...REVIEWED, '2026-06-11 09:00 @manager /review embargo RR-2026-1 pending=trial'],
    '/review publish PR-2026-1 on=today',
    'state=off',
  ],
  [
    'publishing before it was decided',
    REVIEWED,
    '/review publish PR-2026-1 on=2026-06-01',
    'Check the day',
  ],
  [
    'publishing twice',
    [...REVIEWED, OUT],
    '/review publish PR-2026-1 on=today',
    'is published already',
  ],
  [
    'an address that is none',
    REVIEWED,
    '/review publish PR-2026-1 on=today url=example.org',
    'https://',
  ],
  [
    'withholding what is out',
    [...REVIEWED, OUT],
    '/review withhold PR-2026-1 reason="too late"',
    'stays public',
  ],
  [
    'putting off what is out',
    [...REVIEWED, OUT],
    '/review delay PR-2026-1 until=2027-01-05 pending=trial',
    'Nothing to put off',
  ],
  [
    'putting off to the past',
    REVIEWED,
    '/review delay PR-2026-1 until=2026-06-01 pending=trial',
    'still to come',
  ],
  ['lifting what is not held back', CASE, '/review embargo RR-2026-1 off', 'is not held back'],
  [
    'holding back twice',
    [...CASE, '2026-06-11 09:00 @manager /review embargo RR-2026-1'],
    '/review embargo RR-2026-1',
    'state=still',
  ],
  [
    'a recommendation without who and by when',
    DECIDED,
    '/review recommend PR-2026-1 what="a course"',
    'still needs owner=POST and due=DAY',
  ],
  [
    'a recommendation for yesterday',
    DECIDED,
    '/review recommend PR-2026-1 what="a course" owner=police-lead due=2026-06-01',
    'is past',
  ],
  [
    'a recommendation to a body that is none',
    DECIDED,
    '/review recommend PR-2026-1 what="a course" owner=police-lead due=2026-09-01 group=mace',
    'there is no such body. Choose one of executive',
  ],
  ['a second media request', [...CASE, MEDIA], '/review media RR-2026-1 line=L2', '/review agree'],
  ['agreeing to nothing', CASE, '/review agree RR-2026-1 as=communications', '/review media'],
  [
    'agreeing for the chair',
    [...CASE, MEDIA],
    '/review agree RR-2026-1 as=chair',
    'That is for the chair to say',
  ],
  [
    'agreeing for the Director',
    [...CASE, MEDIA],
    '/review agree RR-2026-1 as=director',
    'That is for the Director to say',
  ],
  ['what is not there', [], '/review show RR-2026-7', '/review list'],
];

describe('a refusal', () => {
  it.each(REFUSED)('of %s says what to do next', (_, before, typed, expected) => {
    const { is, text } = answer(before, typed.trim());
    expect(is).toBe('refused');
    expect(text).toContain(expected);
    expect(text).toMatch(NEXT);
    expect(text).toMatch(/\.$/);
  });
});

it('/review decide needs one or more of the criteria, and reads as a choice', () => {
  const { text } = answer(
    [...CASE, RECORD],
    '/review decide RR-2026-1 outcome=none rationale-ref=G',
  );
  expect(text).toContain('still needs criteria=one or more of none|improvements|');
});

it('a local review is a local commitment, which no adviser has to confirm', () => {
  const local = '2026-06-03 09:01 @manager /review start SI-2026-1 kind=local';
  const why = answer([LOG, local], '/why RR-2026-1/rapid-review').text;
  expect(why).toContain('local/rapid-review (D10), a local commitment');
  expect(why).not.toContain('To be confirmed');
});

it('sending is asked for once, and says what it waits for while the record is incomplete', () => {
  const names = (before: readonly string[]) =>
    answer(before, '/review show RR-2026-1')
      .message.duties?.filter(({ state }) => state === 'open' || state === 'late')
      .map(({ name }) => name) ?? [];
  expect(names(CASE)).toContain('send');
  expect(names(CASE)).not.toContain('send-rapid-review');
  expect(names(DECIDED)).toContain('send-rapid-review');
  expect(names(DECIDED)).not.toContain('send');
  const { text } = answer([...CASE, DECIDE], '/review show RR-2026-1');
  expect(text).toContain(
    'It waits for the record, which still lacks a, b, c, d, e, f, g, i and j.',
  );
  expect(answer(DECIDED, '/review show RR-2026-1').text).not.toContain('It waits for');
});

it('/review costs shows the estimate there is, and writes nothing down', () => {
  const costs = '2026-06-10 09:40 @manager /review costs PR-2026-1 line=author amount=100';
  const { is, message, text } = answer([...REVIEWED, costs], '/review costs PR-2026-1');
  expect(is).toBe('accepted');
  expect(message.title).toBe('PR-2026-1');
  expect(text).toContain('£100.00');
});

it('/review agree takes the word of a Director who may not know of the case, from the business unit (G78)', () => {
  const before = [...CASE, '2026-06-11 09:00 @manager /review embargo RR-2026-1', MEDIA];
  const { is, text } = answer(before.toSorted(), '/review agree RR-2026-1 as=director');
  expect(is).toBe('accepted');
  expect(text).toContain('RR-2026-1: the Director');
  expect(answer(before.toSorted(), '/review agree RR-2026-1 as=chair').is).toBe('refused');
});

describe('/review show', () => {
  it('says how long it is past its days, not "Working day 24 of 15"', () => {
    const { text } = answer(CASE, '/review show RR-2026-1');
    expect(text).toContain('Working day 8 of 15.');
    const late = asking([...CASE, '2026-06-30 09:00 @manager /review show RR-2026-1'].join('\n'));
    expect(asText(late.decision.message)).toContain('4 working days past the 15.');
  });

  it('is a card to act from: where it stands, what is next, who has it, how far it is', () => {
    const { text, message } = answer(
      [...CASE, '2026-06-04 10:00 @manager /review step RR-2026-1 requests'],
      '/review show RR-2026-1',
    );
    expect(text).toContain('It is a statutory rapid review. Its record still lacks');
    expect(text).toContain(
      "Next: have the agencies' returns, late, was due Thu 11 Jun 2026. The manager has it.",
    );
    expect(text).toContain(
      'Working day 8 of 15. Done: requests. Now: returns by Thu 11 Jun, late. To come: chase, panel, draft, sign-off, send.',
    );
    expect(message.buttons.length).toBeLessThanOrEqual(MOST_BUTTONS);
    expect(message.buttons.map(({ label }) => label)).toEqual([
      "Done: have the agencies' returns",
      'Done: chase and escalate what has not been returned',
      'Why?',
    ]);
  });

  it('keeps the old decision beside the new one', () => {
    const { text } = answer(
      [...CASE, RECORD, NONE],
      '/review redecide RR-2026-1 outcome=lcspr criteria=panel-suggests rationale-ref=G2 reason="feedback of the Panel"',
    );
    expect(text).toContain('Decision 1, Wed 10 Jun 2026: No further review');
    expect(text).toContain(
      'Decision 2, Mon 15 Jun 2026: A local child safeguarding practice review (PR-2026-1)',
    );
    expect(text).toContain('in place of the one before: feedback of the Panel');
  });

  it('brings the clocks of the practice review with the decision that begins it', () => {
    const { message, text } = answer([...CASE, RECORD], DECIDE.slice(26).trim());
    expect(message.duties?.map(({ record, name }) => `${record} ${name}`)).toEqual(
      expect.arrayContaining([
        'RR-2026-1 send-rapid-review',
        'PR-2026-1 inform-panel-ofsted-dfe',
        'PR-2026-1 reviewer-checkin',
        'PR-2026-1 publish-review',
      ]),
    );
    expect(text).toContain(
      'PR-2026-1, publish the practice review: by Tue 15 Dec 2026, the manager',
    );
  });

  it('is seen by its panel, and by no other agency', () => {
    expect(answer(CASE, '/review show RR-2026-1', 'police-deputy').is).toBe('accepted');
    expect(answer(CASE, '/review show RR-2026-1', 'probation-lead').is).toBe('refused');
  });

  it('shares the costs to the penny', () => {
    const { text } = answer(
      REVIEWED,
      '/review costs PR-2026-1 line=author amount=1000 partners=council,health,police',
    );
    expect(text).toContain('Estimated cost: £1,000.00 (author £1,000.00)');
    expect(text).toContain('33.34 %, £333.34');
    expect(text.match(/33\.33 %, £333\.33/g)).toHaveLength(2);
  });

  it('says what a reviewer does not meet, beside the conflict that was resolved', () => {
    const { text } = answer(
      DECIDED,
      REVIEWER.slice(26)
        .replace('research=yes', 'research=no')
        .replace('conflict=none', 'conflict=resolved')
        .trim(),
    );
    expect(text).toContain('Not met by the reviewer: knowledge of research');
    expect(text).toContain('a conflict of interest was resolved');
  });

  it('asks for the reviewer where a report is published without one', () => {
    const { is, text } = answer(DECIDED, '/review publish PR-2026-1 on=2026-12-01');
    expect(is).toBe('accepted');
    expect(text).toContain('none is recorded. Name them with /review reviewer PR-2026-1.');
  });

  it('shows the pseudonym beside the code once there is one', () => {
    const { text } = answer(REVIEWED, '/review publish PR-2026-1 on=today pseudonym=Franklyn');
    expect(text).toContain('Children: Child A, published as Franklyn');
    expect(text).toContain('it stays public until Tue 15 Jun 2027 at least');
  });
});

describe('a media request', () => {
  it('waits for three agreements, each its own', () => {
    const lines = [
      ...CASE,
      MEDIA,
      '2026-06-10 10:00 @chair /review agree RR-2026-1 as=chair',
      '2026-06-10 10:01 @council-lead /review agree RR-2026-1 as=director',
    ];
    expect(answer(lines.slice(0, 5), '/review show RR-2026-1').text).toContain(
      'not answered until the Director and the communications team agree',
    );
    expect(answer(lines, '/review agree RR-2026-1 as=communications').text).toContain(
      'All three have agreed: the request may be answered with the agreed line.',
    );
  });
});

describe('a review that is undone', () => {
  it.each([
    ['its start', CASE.slice(0, 2), START],
    ['its decision', [...CASE, RECORD], DECIDE],
    ['an embargo', DECIDED, '2026-06-10 09:25 @manager /review embargo RR-2026-1'],
    [
      'an action',
      DECIDED,
      '2026-06-10 09:25 @manager /review recommend PR-2026-1 what="a course" owner=police-lead due=2026-09-01',
    ],
  ])('%s: everything is as it was before', (_, before, line) => {
    const was = asking(before.join('\n')).ledger.records.toJS();
    const at = line.slice(0, 16).replace(/\d$/, '9');
    const { ledger, decision } = asking([...before, line, `${at} @manager /undo`].join('\n'));
    expect(decision.is).toBe('accepted');
    expect(ledger.records.toJS()).toEqual(was);
  });
});

describe('a review of the partnership’s own types', () => {
  const own = '2026-06-03 09:01 @manager /review start SI-2026-1 type=partnership-review';

  it('runs as the arrangement says, under the name that it has there', () => {
    const { text, ledger } = answer([LOG, own], '/review show RR-2026-1');
    expect(text).toContain('Type: Partnership review');
    expect(text).toContain('It is a local rapid review');
    expect(ledger.records.get('RR-2026-1' as never)).toMatchObject({ kind: 'local' });
    expect(answer([LOG, own], '/review list').text).toContain(', Partnership review: ');
  });

  it('needs what a statutory one needs where it runs as one', () => {
    expect(answer([LOG], '/review start SI-2026-1 type=rapid-review').text).toContain(
      'follows a notification',
    );
  });

  it('is offered to choose from, of those that begin with an incident', () => {
    const { decision } = asking(`${LOG}\n2026-06-15 10:00 @manager /review start`);
    const form = decision.is === 'refused' ? decision.form : undefined;
    const type = form?.fields.find(({ name }) => name === 'type');
    expect(type?.choices?.map(({ value }) => value)).toEqual([
      'rapid-review',
      'partnership-review',
    ]);
  });
});
