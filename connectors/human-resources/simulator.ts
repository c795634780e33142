/** How the bureau lays out the files of a delivery. */
import { csvFile, type Simulator } from '../sdk/simulator.ts';

export const HUMAN_RESOURCES_SIMULATOR: Simulator = {
  files: {
    HR01: csvFile('contributions.csv', 'utf-8'),
    HR02: csvFile('unemployment.csv', 'utf-8'),
    HR03: csvFile('pensions.csv', 'gb18030'),
  },
};
