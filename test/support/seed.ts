import fc from 'fast-check';

/**
 * The suite asks the same of everybody's machine: what fails in CI fails here. `npm run nightly`
 * looks further, with another seed each time, which fast-check prints when something fails.
 */
const seed = process.env.HEED_SEED === 'random' ? undefined : 20_260_330;

/** How often a dear law is tried: the night tries it more often. */
export const runs = (byDay: number): number => (seed === undefined ? 6 * byDay : byDay);

fc.configureGlobal({ ...fc.readConfigureGlobal(), ...(seed === undefined ? {} : { seed }) });
