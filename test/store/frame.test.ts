import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frame, frameAt, frames, hasFrameAfter } from '../../store/frame.ts';

const payloads = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\n'));

describe('a frame', () => {
  it('gives back what it was made of, one after another', () => {
    fc.assert(
      fc.property(fc.array(payloads), (texts) => {
        const read = [...frames(Buffer.concat(texts.map(frame)))];
        expect(read.map(({ payload }) => Buffer.from(payload))).toEqual(
          texts.map((text) => Buffer.from(text)),
        );
      }),
    );
  });

  it('is none with a single byte missing or changed', () => {
    const whole = frame('one line');
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(frameAt(changed, 0)).toBeUndefined();
      expect(frameAt(whole.subarray(0, at), 0)).toBeUndefined();
    }
  });

  it('is found in the middle of a line, and not where it is broken', () => {
    expect(hasFrameAfter(Buffer.concat([Buffer.from('rubbish'), frame('one')]), 0)).toBe(true);
    expect(hasFrameAfter(Buffer.concat([Buffer.from('abc'), frame('one')]), 0)).toBe(true);
    expect(hasFrameAfter(Buffer.concat([frame('one'), Buffer.from('rubbish')]), 0)).toBe(false);
    expect(hasFrameAfter(frame('one').subarray(1), 0)).toBe(false);
  });
});
