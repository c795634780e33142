/** The rule book as it stands in the database, whichever process released a rule. */
import type { Queryable } from '../../../platform/database/database.ts';
import type { Pack } from '../pack/pack.ts';
import { countReleases, listReleases } from './book.store.ts';
import { withReleases } from './release.ts';

export interface RuleBook {
  /** The packs' rules and every released version; one short look at the database where nothing was released since. */
  read(db: Queryable): Promise<Pack>;
}

/** Releases are only ever added, one at a time, so that their number says whether there are new ones. */
export function createRuleBook(pack: Pack): RuleBook {
  let held = { count: 0, pack };
  return {
    async read(db) {
      if ((await countReleases(db)) === held.count) return held.pack;
      const releases = await listReleases(db);
      held = { count: releases.length, pack: withReleases(pack, releases) };
      return held.pack;
    },
  };
}
