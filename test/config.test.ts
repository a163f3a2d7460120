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

  it.each(['HEED_KEY', 'HEED_DATA', 'HEED_STORE', 'HEED_PARTNERSHIP', 'HEED_ARRANGEMENT'])(
    'cannot say nothing as %s',
    (name) => {
      expect(() => config({ [name]: '' })).toThrow(BadSetting);
      expect(() => config({ [name]: '' })).toThrow(
        `${name}: it is set to nothing: unset it, or give it a value`,
      );
    },
  );

  it('may name a database in place of a folder, and not both', () => {
    const HEED_STORE = 'postgres://heed:hunter2@db.example/heed';
    expect(config({ HEED_STORE, HEED_PARTNERSHIP: 'merton' })).toMatchObject({
      data: HEED_STORE,
      partnership: 'merton',
    });
    expect(() => config({ HEED_STORE, HEED_DATA: '/srv/heed' })).toThrow(
      'HEED_STORE and HEED_DATA both say where to keep things',
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
