/** Writes exports as soon as they are asked for, as the hub's jobs do. */
import { afterAll } from '@jest/globals';
import { openExportRun } from '../../src/app/exports.ts';
import type { ServedHub } from './served-hub.ts';

const LOOK_MS = 50;

export function writeExportsOf({ hub, face }: Pick<ServedHub, 'hub' | 'face'>): void {
  const exporting = openExportRun(hub, face.standing);
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    const waiting = await hub.db.query<{ id: number }>("SELECT id FROM export WHERE state = 'QUEUED'");
    for (const { id } of waiting) await exporting.run(Number(id));
  };
  const timer = setInterval(() => {
    // The hub may be closed before this is: then there is nothing more to write.
    looking = looking.then(look).catch(() => undefined);
  }, LOOK_MS);
  afterAll(async () => {
    clearInterval(timer);
    await looking;
    await exporting.close();
  });
}
