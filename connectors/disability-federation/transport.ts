import type { Connector } from '../sdk/connector.ts';
import { dropFolderConnector } from '../sdk/drop-folder-connector.ts';
import { DF01 } from './contracts/df01.ts';
import { DF02 } from './contracts/df02.ts';

/** Disabled persons' federation 残联: monthly XLSX workbooks, with a manifest, in a drop folder. */
export function disabilityFederation(): Connector {
  return dropFolderConnector('disability-federation', [DF01, DF02]);
}
