import type { Connector } from '../sdk/connector.ts';
import { dropFolderConnector } from '../sdk/drop-folder-connector.ts';
import { HO01 } from './contracts/ho01.ts';
import { HO02 } from './contracts/ho02.ts';
import { HO03 } from './contracts/ho03.ts';

/** Housing 房管: monthly files, with a manifest, in a drop folder. */
export function housing(): Connector {
  return dropFolderConnector('housing', [HO01, HO02, HO03]);
}
