/** What all agencies have together, with the types of each. */
import type { Agency } from './agency.ts';
import type { RecordContract, RecordOf } from './record-contract.ts';

type All<Parts> = (Parts extends unknown ? (part: Parts) => void : never) extends (part: infer Whole) => void
  ? { readonly [Key in keyof Whole]: Whole[Key] }
  : never;

/** By its id. */
export type ById<List extends readonly Agency[]> = {
  readonly [One in List[number] as One['id']]: One;
};
/** By record type. */
export type ContractsOf<List extends readonly Agency[]> = All<List[number]['contracts']>;
/** By the name under which a person holds them. */
export type ListsOf<List extends readonly Agency[]> = All<List[number]['lists']>;

/** The canonical record of a record type. */
export type RecordIn<Contracts, Type extends keyof Contracts> = Contracts[Type] extends RecordContract
  ? RecordOf<Contracts[Type]>
  : never;

function merge(parts: readonly object[], what: string): object {
  const names = parts.flatMap((part) => Object.keys(part));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`two agencies have a ${what} ${twice}`);
  return Object.assign({}, ...parts);
}

export function byId<const List extends readonly Agency[]>(agencies: List): ById<List> {
  return merge(
    agencies.map((agency) => ({ [agency.id]: agency })),
    'folder',
  ) as ById<List>;
}

export function contractsOf<const List extends readonly Agency[]>(agencies: List): ContractsOf<List> {
  return merge(
    agencies.map(({ contracts }) => contracts),
    'record type',
  ) as ContractsOf<List>;
}

export function listsOf<const List extends readonly Agency[]>(agencies: List): ListsOf<List> {
  return merge(
    agencies.map(({ lists }) => lists),
    'list of records',
  ) as ListsOf<List>;
}
