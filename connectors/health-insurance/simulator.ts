/** How the agency lays out its files. */
import { csvFile, type Simulator } from '../sdk/simulator.ts';

export const HEALTH_INSURANCE_SIMULATOR: Simulator = {
  files: {
    HI01: csvFile('enrolment.csv', 'gb18030', '\r\n'),
    HI02: { ...csvFile('settlement.csv', 'gb18030', '\r\n'), growing: true },
    HI03: csvFile('chronic.csv', 'gb18030', '\r\n'),
  },
  later: 'increment',
};
