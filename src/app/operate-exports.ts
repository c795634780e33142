/** Exports at the hub's machine, of every caller: ids, counts and states; what is in them stays sealed. */
import type { ExportsApp } from '../cli/app.ts';
import { WanjiaError } from '../kernel/errors.ts';
import { encodeId } from '../kernel/ids.ts';
import { createExportStore, progressOf } from '../modules/exports/index.ts';
import type { Hub } from './hub.ts';

export function operateExports(hub: () => Promise<Hub>): ExportsApp {
  return {
    async list() {
      const found = await createExportStore((await hub()).db).listAll();
      return found.map((exported) => {
        const { organisation, subject, state, types, format, rows, expectedRows, attempts, error, expiresAt } =
          exported;
        return {
          ...{
            id: encodeId('export', BigInt(exported.id)),
            organisation,
            subject,
            state,
            types: types.join(' '),
            format,
          },
          ...{ done: `${Math.floor(progressOf(exported) * 100)} %`, rows, expectedRows, attempts, error },
          expiresAt: expiresAt?.toISOString() ?? null,
        };
      });
    },
    async cancel(id) {
      const { db, clock, exportFiles } = await hub();
      if (!(await createExportStore(db).cancel(Number(id), clock.now()))) throw new WanjiaError('EXPORT_CLOSED');
      await exportFiles.remove(String(id));
    },
  };
}
