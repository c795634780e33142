/** Webhooks over the hub: who may send where, and what each endpoint's caller sees of a change when it is sent. */
import type { StandingViewers } from '../../schema/index.ts';
import type { Config } from '../config/index.ts';
import type { Clock } from '../kernel/clock.ts';
import { type ChangeFeed, readChangesAt, readFeedState } from '../modules/delivery/index.ts';
import {
  createEndpointStore,
  createWebhooks,
  type Endpoint,
  type SeenChange,
  type SeenChanges,
  startDispatcher,
  type Viewer,
  type Webhooks,
} from '../modules/webhooks/index.ts';
import type { Sealing } from '../platform/crypto/sealing.ts';
import type { Database } from '../platform/database/database.ts';
import { createOutgoing } from '../platform/http/outgoing.ts';
import type { Log } from '../platform/log.ts';

interface WebhookHub {
  readonly config: Config;
  readonly clock: Clock;
  readonly db: Database;
  readonly log: Log;
  readonly sealing: Sealing;
}

/** A receiver that has not answered by then is asked again later. */
const TIMEOUT_MS = 15_000;

function partsOf({ config, clock, db, sealing }: Omit<WebhookHub, 'log'>) {
  const { allowedAddresses } = config.webhooks;
  return {
    db,
    clock,
    endpoints: createEndpointStore(db, sealing.sealer),
    send: createOutgoing({ allowedAddresses, timeoutMs: TIMEOUT_MS }),
  };
}

/** What owners do with their endpoints. */
export function openWebhooks(hub: Omit<WebhookHub, 'log'>): Webhooks {
  const { origin, allowedAddresses } = hub.config.webhooks;
  return createWebhooks({ ...partsOf(hub), origin, plainAllowed: allowedAddresses.length > 0 });
}

/** Sends until closed. */
export function runWebhooks(
  hub: WebhookHub & { readonly changes: ChangeFeed },
  viewers: StandingViewers,
): { close(): Promise<void> } {
  const { publicUrl } = hub.config;
  const link = publicUrl === undefined ? null : `${publicUrl}/graphql`;

  async function viewerOf({ identity, purpose, detail }: Endpoint): Promise<Viewer | null> {
    const viewer = await viewers({ identity, purpose });
    if (viewer === null) return null;
    const { organisation } = viewer;
    const look = async (positions: readonly number[]): Promise<SeenChanges> => {
      const [changes, feed] = await Promise.all([readChangesAt(hub.db, positions), readFeedState(hub.db)]);
      const told = await viewer.tell(changes, detail === 'FAT');
      return new Map(
        told.flatMap(({ change, operation, id, record }) => {
          if (id === null) return [];
          const { position, type, kind, version, changedAt } = change;
          const cursor = hub.changes.cursorAt(feed, organisation, { position, since: feed.keptAfter });
          const shown = record === null ? null : (JSON.parse(record.text) as SeenChange['record']);
          const told = { cursor, type, operation, kind, id, version, changedAt, link, record: shown };
          return [[position, told] as const];
        }),
      );
    };
    return { ...viewer, look };
  }
  return startDispatcher({ ...partsOf(hub), log: hub.log, viewerOf });
}
