import { afterAll } from 'vitest';
import { type Cluster, startPostgres } from './cluster.ts';

export { freePort } from './cluster.ts';

/** One for the file that asks; gone when its tests are over. */
export const startCluster = async (
  ...given: Parameters<typeof startPostgres>
): Promise<Cluster> => {
  const cluster = await startPostgres(...given);
  afterAll(cluster.end);
  return cluster;
};
