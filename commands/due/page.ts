import { number } from '../../src/app/field.ts';

export const page = number('Page', { least: 1, most: 9999 }, { fallback: '1' });
