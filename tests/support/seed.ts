/**
 * Where random input begins: always at the same place, so that a failure is of the change at hand and comes again.
 * WANJIA_TEST_SEED sets another; `WANJIA_TEST_SEED=new` looks for what no run has met yet, as is good before a release.
 */
const asked = process.env.WANJIA_TEST_SEED;

export const SEED = asked === 'new' ? Date.now() % 2 ** 31 : Number(asked ?? 20_261_031);
