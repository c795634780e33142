import root from '../jest.config.js';

/** The gateway's tests run over a hub and agencies of the product, as they stand beside it. */
export default { ...root, rootDir: '..', testMatch: ['<rootDir>/gateway/tests/**/*.test.ts'] };
