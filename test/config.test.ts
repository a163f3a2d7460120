import { describe, expect, it } from 'vitest';
import { BadSetting, config } from '../src/config.ts';

describe('the environment', () => {
  it('may be empty', () =>
    expect(config({})).toMatchObject({ key: undefined, arrangement: 'merton-2023' }));

  it('says where, what and with which key', () =>
    expect(
      config({
        HEED_KEY: 'k',
        HEED_DATA: '/srv/heed',
        HEED_ARRANGEMENT: 'sutton-2019',
        PATH: '/bin',
      }),
    ).toMatchObject({ key: 'k', data: '/srv/heed', arrangement: 'sutton-2019' }));

  it.each(['HEED_KEY', 'HEED_DATA', 'HEED_ARRANGEMENT'])('cannot say nothing as %s', (name) => {
    expect(() => config({ [name]: '' })).toThrow(BadSetting);
    expect(() => config({ [name]: '' })).toThrow(
      `${name}: it is set to nothing: unset it, or give it a value`,
    );
  });

  it('is not repeated where it cannot be used', () => {
    const secret = { HEED_KEY: 'a-very-secret-key', HEED_DATA: '' };
    expect(() => config(secret)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });

  it('is read once: nobody can change what was read', () =>
    expect(Object.isFrozen(config({}))).toBe(true));
});
