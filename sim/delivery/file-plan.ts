import { CONNECTORS } from '../../connectors/index.ts';
import type { FilePlan } from '../../connectors/sdk/simulator.ts';
import type { RecordType } from '../../src/kernel/agency.ts';

/** How each agency lays out its files. */
export const FILE_PLANS = Object.assign({}, ...CONNECTORS.map(({ simulator }) => simulator.files)) as Readonly<
  Record<RecordType, FilePlan>
>;
