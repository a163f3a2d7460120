import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envelope, parseKey } from '../../store/seal.ts';

const bytes = Buffer.alloc(32, 0xf7);
const key = bytes;
const log = envelope('log', key);

describe('HEED_KEY', () => {
  it.each([
    ['hexadecimal', bytes.toString('hex')],
    ['hexadecimal in capitals', bytes.toString('hex').toUpperCase()],
    ['base64', bytes.toString('base64')],
    ['base64 for addresses', bytes.toString('base64url')],
    ['with a newline after it', `${bytes.toString('base64')}\n`],
  ])('may be %s', (_how, text) => {
    expect(parseKey(text)).toEqual(bytes);
  });

  it.each(['', 'password', 'ab'.repeat(16), 'ab'.repeat(33), `${'a'.repeat(42)}!=`])(
    'may not be %j',
    (text) => {
      expect(() => parseKey(text)).toThrow('HEED_KEY must be 32 bytes');
    },
  );

  it('is never repeated in the refusal', () => {
    expect(() => parseKey('hunter2')).not.toThrow('hunter2');
  });
});

describe('a sealed text', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(log.unwrap(log.wrap(text))).toBe(text);
      }),
    );
  });

  it('never looks the same twice', () => {
    expect(log.wrap('{}')).not.toBe(log.wrap('{}'));
  });

  it('opens to nothing with another key, for another purpose, or with a bit changed', () => {
    const text = log.wrap('{"a":1}');
    const changed = Buffer.from(text, 'base64');
    changed[14] = (changed[14] ?? 0) ^ 1;
    expect(() => envelope('log', Buffer.alloc(32)).unwrap(text)).toThrow('another key');
    expect(() => envelope('picture', key).unwrap(text)).toThrow('another key');
    expect(() => log.unwrap(changed.toString('base64'))).toThrow('another key');
    expect(() => log.unwrap('AAAA')).toThrow('another key');
  });

  it('is told from a plain one', () => {
    expect(() => log.unwrap('{"a":1}')).toThrow('is not sealed, but HEED_KEY is set');
    expect(() => envelope('log', undefined).unwrap(log.wrap('{}'))).toThrow('set HEED_KEY');
  });
});
