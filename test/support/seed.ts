import fc from 'fast-check';

/**
 * The suite asks the same of everybody's machine: what fails in CI fails here. `npm run nightly`
 * looks further, with another seed each time, which fast-check prints when something fails.
 */
const seed = process.env.HEED_SEED === 'random' ? undefined : 20_260_330;

fc.configureGlobal({ ...fc.readConfigureGlobal(), ...(seed === undefined ? {} : { seed }) });
