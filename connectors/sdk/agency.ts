/** One agency, whole: who it is, what it delivers, what is known by it of a person, and what of that is shown. */
import type { AgencyId, RecordType } from '../../src/kernel/agency.ts';
import type { Cadence } from '../../src/kernel/freshness.ts';
import type { Transport } from '../../src/kernel/transport.ts';
import type { Connector } from './connector.ts';
import type { PersonLists, RecordsOf } from './person-list.ts';
import type { RecordContract } from './record-contract.ts';
import type { Section } from './section.ts';
import type { Simulator } from './simulator.ts';

type Contracts = { readonly [Type in RecordType]?: RecordContract };

export interface Agency<
  Id extends AgencyId = AgencyId,
  Held extends Contracts = Contracts,
  Lists extends PersonLists = PersonLists,
> {
  readonly id: Id;
  /** In Chinese, as its staff say it. */
  readonly title: string;
  readonly cadence: Cadence;
  /**
   * Whether every district relies on its deliveries. One that is not promised is among the feeds, and missed by doctor, from
   * its first delivery on.
   */
  readonly promised: boolean;
  readonly transport: Transport;
  readonly contracts: Held;
  readonly lists: Lists;
  readonly section: Section<RecordsOf<Lists>>;
  readonly simulator: Simulator;
  /** How it is reached; what that needs is loaded when it is asked for. */
  connect(): Promise<Connector>;
}

/** Declares an agency. */
export function defineAgency<const Id extends AgencyId, const Held extends Contracts, const Lists extends PersonLists>(
  agency: Agency<Id, Held, Lists>,
): Agency<Id, Held, Lists> {
  return agency;
}
