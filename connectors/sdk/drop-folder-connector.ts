import { z } from 'zod';
import type { AgencyId } from '../../src/kernel/agency.ts';
import type { Connector } from './connector.ts';
import type { RecordContract } from './record-contract.ts';
import { parseSettings } from './settings.ts';
import { DropFolderTransport } from './transports/drop-folder.ts';

/** The folder whose sub-folders are deliveries, each with its manifest. */
export const dropFolderSettings = z.object({ folder: z.string().min(1) });

/** A connector of an agency that lays its deliveries down in a drop folder. */
export function dropFolderConnector(agency: AgencyId, contracts: readonly RecordContract[]): Connector {
  return {
    agency,
    contracts,
    settings: dropFolderSettings,
    async *sync(context) {
      const { folder } = parseSettings(dropFolderSettings, context.settings, agency);
      yield* new DropFolderTransport(folder, contracts, context).batches();
    },
  };
}
