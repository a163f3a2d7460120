import { describe, expect, it } from 'vitest';
import { bugLog } from '../src/bugs.ts';

const logging = () => {
  const written: string[] = [];
  const log = bugLog(
    (line) => void written.push(line),
    () => '2026-03-30T08:00:00.000Z',
  );
  return { log, written };
};
const SECRET = 'Jane Example of SM4 5DX, 943 476 5919';

describe('a bug', () => {
  it('is written down as when, its code, its kind and where', () => {
    const { log, written } = logging();
    const code = log(new RangeError('out of range'));
    expect(code).toMatch(/^[0-9A-F]{8}$/);
    expect(written).toHaveLength(1);
    const [head, where] = written.join('').split('\n');
    expect(head).toBe(`2026-03-30T08:00:00.000Z bug ${code} RangeError`);
    expect(where).toMatch(/^ {4}at .*bugs\.test\.ts:\d+:\d+/);
  });

  it.each([
    ['on one line', new Error(SECRET)],
    ['as a line like a frame', new Error(`${SECRET}\n    at ${SECRET}`)],
    ['on several', new Error(`${SECRET}\n${SECRET}\n  ${SECRET}`)],
    ['as its cause', new Error('no', { cause: new Error(SECRET) })],
    ['among others', new AggregateError([new Error(SECRET)], SECRET)],
    ['as no error at all', SECRET],
    ['as an object', { message: SECRET }],
    ['as nothing', undefined],
  ])('never quotes what was typed: %s', (_, bug) => {
    const { log, written } = logging();
    log(bug);
    expect(written.join('')).toMatch(/^2026-03-30T08:00:00\.000Z bug [0-9A-F]{8} \w+\n/);
    expect(written.join('')).not.toMatch(/Jane|SM4|943/);
  });

  it('has a code of its own', () => {
    const { log } = logging();
    const codes = Array.from({ length: 500 }, () => log(new Error('x')));
    expect(new Set(codes).size).toBe(500);
  });
});
