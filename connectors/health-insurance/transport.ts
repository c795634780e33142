import type { Connector } from '../sdk/connector.ts';
import { dropFolderConnector } from '../sdk/drop-folder-connector.ts';
import { HI01 } from './contracts/hi01.ts';
import { HI02 } from './contracts/hi02.ts';
import { HI03 } from './contracts/hi03.ts';

/** Health insurance 医保: monthly CSV files in GB18030, with a manifest, in a drop folder. */
export function healthInsurance(): Connector {
  return dropFolderConnector('health-insurance', [HI01, HI02, HI03]);
}
