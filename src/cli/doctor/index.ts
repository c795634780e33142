/** The checks of the machine that `doctor` runs; `src/app` adds those of the feeds. */
export { type Check, check } from './check.ts';
export { checkClock, checkDatabase, checkDisk, checkNode, checkQueue } from './machine-checks.ts';
