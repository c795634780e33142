/**
 * What the caller is shown of each type, as the hub says it now. The feed tells what changed, not that a policy or an
 * account did: when this is another than it was at the snapshot, the copy is filled anew, and what may not be seen goes.
 */
import { type AccessReport, type ChangeType, type HubClient, HubError } from '../../packages/client/src/index.ts';
import { TYPES } from './table.ts';

/** By type what is held back of all its records; a type without records says nothing. */
export type AccessPrint = Readonly<Partial<Record<ChangeType, string>>>;

function printOf({ withheld, masked }: AccessReport): string {
  const entries = [
    ...withheld.filter(({ subjects }) => subjects === undefined).map(({ coordinate }) => `- ${coordinate}`),
    ...masked.filter(({ subjects }) => subjects === undefined).map(({ coordinate, mask }) => `~ ${coordinate} ${mask}`),
  ];
  return entries.sort().join('\n');
}

async function printOfType(client: HubClient, type: ChangeType, signal?: AbortSignal): Promise<string | null> {
  try {
    for await (const { changes, access } of client.changePages({ types: [type], pageSize: 1, signal }))
      return changes.some(({ operation }) => operation === 'UPSERT') ? printOf(access) : null;
    return null;
  } catch (error) {
    if (error instanceof HubError && error.code === 'FORBIDDEN') return 'FORBIDDEN';
    throw error;
  }
}

export async function readAccessPrint(client: HubClient, signal?: AbortSignal): Promise<AccessPrint> {
  const prints: Partial<Record<ChangeType, string>> = {};
  for (const type of TYPES) {
    const print = await printOfType(client, type, signal);
    if (print !== null) prints[type] = print;
  }
  return prints;
}

/** Whether what is known of both is the same. */
export function showsTheSame(before: AccessPrint, now: AccessPrint): boolean {
  return TYPES.every((type) => before[type] === undefined || now[type] === undefined || before[type] === now[type]);
}
