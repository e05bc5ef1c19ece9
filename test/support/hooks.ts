import { stopCluster } from './cluster.ts';

/** Mocha calls this once, when the whole run is over. */
export const mochaGlobalTeardown = stopCluster;
