/** Messages over the hub: what each of those who are told may see when a message leaves. */
import { createMessageViewers, type StandingViewers } from '../../schema/index.ts';
import { createAddressStore, type MessageDispatcherDeps, startMessages } from '../modules/messages/index.ts';
import type { Access } from './access.ts';
import type { Hub } from './hub.ts';

interface MessageFace {
  readonly access: Access;
  readonly viewers: StandingViewers;
}

/** Titles of subdistricts and of organisations, as the pack has them. */
function namesOf({ policy: { organisations } }: Access) {
  const streets = new Map(
    [...organisations.values()].flatMap(({ title, kind, divisions }) =>
      kind === 'subdistrict' ? divisions.map((code) => [code, title] as const) : [],
    ),
  );
  return {
    streetOf: (code: string) => streets.get(code) ?? code,
    titleOf: (organisation: string) => organisations.get(organisation)?.title ?? organisation,
  };
}

/** What tells them. */
export function messageDispatch(hub: Hub, face: MessageFace): MessageDispatcherDeps {
  const { db, clock, log, sealing, pack, config, messaging } = hub;
  return {
    ...{
      db,
      clock,
      log,
      ...messaging,
      workingDays: pack.workingDays,
      consoleUrl: config.consoleUrl ?? null,
    },
    addresses: createAddressStore(db, sealing.sealer),
    viewerOf: createMessageViewers({ viewers: face.viewers, ...namesOf(face.access) }),
  };
}

/** Tells until closed. */
export function runMessages(hub: Hub, face: MessageFace): { close(): Promise<void> } {
  return startMessages(messageDispatch(hub, face));
}
