/** What the commands ask of the hub. `src/app` puts it together; the commands only parse, call and print. */
import type { Config } from '../config/index.ts';
import type { AgencyId, RecordType } from '../kernel/agency.ts';
import type { Day } from '../kernel/day.ts';
import type { Log } from '../platform/log.ts';
import type { Terminal } from '../platform/terminal/terminal.ts';
import type { Check } from './doctor/check.ts';

/** What the composition root is given. It opens what a call needs when it is needed. */
export interface AppContext {
  readonly config: Config;
  readonly log: Log;
  readonly terminal: Terminal;
}

/** One more agency. */
export interface NewConnector {
  /** Small letters, digits and hyphens. */
  readonly id: string;
  /** In Chinese; absent: as its line of work is called. */
  readonly title?: string | undefined;
  /** Two letters that its record types begin with; absent: those of the id. */
  readonly prefix?: string | undefined;
}

export interface StartOptions {
  /** Without the demo district and the simulated agencies. */
  readonly empty: boolean;
}

/** A process that serves until it is closed. */
export interface Running {
  close(): Promise<void>;
}

/** One file of a delivery, as `ingest --json` prints it. */
export interface IngestedBatch {
  /** Public id of the batch, for `replay`; null where the manifest's entry could not be read. */
  readonly id: string | null;
  readonly file: string;
  readonly recordType: RecordType | null;
  readonly state: string;
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly superseded: number;
  readonly quarantined: number;
  readonly ended: number;
  /** Columns the contract does not know: reported and ignored. */
  readonly unknownColumns: string;
  readonly error: { readonly code: string; readonly message: string; readonly suggestion: string } | null;
}

export interface AlertChanges {
  readonly raised: number;
  readonly changed: number;
  readonly closed: number;
}

export interface IngestReport {
  readonly batches: readonly IngestedBatch[];
  /** Files of the directory that the manifest does not name: reported, not read. */
  readonly unlisted: readonly string[];
  /** Households whose profile is new. */
  readonly households: number;
  readonly alerts: AlertChanges;
}

export interface EvaluateReport {
  readonly asOf: Day;
  readonly rules: readonly { readonly id: string; readonly matched: number; readonly unknown: number }[];
  readonly alerts: AlertChanges;
}

export interface SyncReport {
  readonly agencies: readonly { readonly agency: AgencyId; readonly batches: number; readonly error: string | null }[];
  readonly households: number;
  readonly alerts: AlertChanges;
}

/** An operator's decision; who decided and why are kept. */
export interface Decision {
  readonly by: string;
  readonly reason: string;
}

/** Rows of a list, printed as a table or as JSON. Ids, codes and counts; never a person's values. */
export type Listing = readonly Readonly<Record<string, string | number | null>>[];

/** What went through the chains of the disclosure log. */
export interface ChainReport {
  readonly writers: number;
  readonly rows: number;
  readonly problems: readonly {
    readonly kind: 'CHANGED' | 'REMOVED' | 'INSERTED';
    readonly writer: string;
    readonly sequence: number | null;
    readonly detail: string;
  }[];
}

/** Who read of a person: names of bodies and purposes as the person knows them. */
export interface PersonReport {
  readonly person: string;
  readonly readings: readonly {
    readonly at: string;
    readonly organisation: string;
    readonly subject: string;
    readonly purpose: string | null;
    readonly fields: readonly string[];
    readonly decision: string;
  }[];
}

/** A consent taken back at the counter. */
export interface ConsentWithdrawal {
  readonly how: string;
  readonly note?: string | undefined;
  readonly by: string;
}

export interface ResealedValues {
  readonly renewed: number;
  /** Keys nothing in the database stands under any more. */
  readonly retired: readonly string[];
}

export interface SimulateOptions {
  readonly persons: number;
  readonly seed: number;
  readonly day: Day;
  readonly mode: 'full' | 'incremental';
}

/** What is to differ from an organisation's record; a record that is not there yet needs all of it. */
export interface OrganisationChanges {
  readonly title?: string;
  readonly kind?: string;
  readonly divisions?: readonly string[];
  readonly contractFrom?: string;
  readonly contractUntil?: string;
  readonly suspended?: boolean;
}

export interface AccountChanges {
  readonly issuer?: string;
  readonly subject?: string;
  readonly clientId?: string;
  readonly organisation?: string;
  readonly roles?: readonly string[];
  readonly divisions?: readonly string[];
  readonly purposes?: readonly string[];
  readonly quotas?: {
    readonly requestsPerMinute?: number;
    readonly lookupsPerHour?: number;
    readonly missesPerHour?: number;
    readonly exportRowsPerDay?: number;
  };
  readonly expiresOn?: string;
  readonly suspended?: boolean;
}

/** Who may call; every change is kept with who made it and why. */
export interface AdministrationApp {
  list(what: 'organisations' | 'staff' | 'clients' | 'suspensions'): Promise<Listing>;
  saveOrganisation(id: string, changes: OrganisationChanges, decision: Decision): Promise<void>;
  saveAccount(handle: string, changes: AccountChanges, decision: Decision): Promise<void>;
  /** Id of the suspension. */
  suspendClass(
    asked: { readonly target: string; readonly of: string; readonly dataClass: string; readonly until: Date | null },
    decision: Decision,
  ): Promise<string>;
  liftSuspension(id: bigint, decision: Decision): Promise<void>;
  revokeTokens(
    of: {
      readonly kind: 'TOKEN' | 'SESSION' | 'SUBJECT';
      readonly value: string;
      readonly issuer: string | undefined;
    },
    decision: Decision,
  ): Promise<void>;
}

/** What an operator states of a new endpoint. */
export interface EndpointEntry {
  readonly url: string;
  /** Handle of the account whose rights decide what is sent. */
  readonly account: string;
  readonly purpose: string;
  readonly types: readonly string[];
  readonly detail: 'THIN' | 'FAT';
  readonly signature: 'HMAC_SHA256' | 'HMAC_SM3';
}

export interface WebhookSecretTold {
  readonly id: string;
  readonly secret: string;
}

/** Partners' systems that are told of changes, of every organisation. */
export interface WebhooksApp {
  list(id: bigint | null): Promise<Listing>;
  /** Messages that were given up. */
  dead(id: bigint | null): Promise<Listing>;
  add(entry: EndpointEntry): Promise<WebhookSecretTold>;
  rotateSecret(id: bigint): Promise<WebhookSecretTold>;
  enable(id: bigint): Promise<void>;
  disable(id: bigint): Promise<void>;
  remove(id: bigint): Promise<void>;
  test(id: bigint): Promise<{ readonly status: number | null; readonly error: string | null }>;
  replay(id: bigint, what: { readonly since: Date } | { readonly position: number }): Promise<void>;
}

/** Operations that partners have registered; `organisation` null: of all. */
export interface OperationsApp {
  /** All of a manifest or none. */
  register(file: string, organisation: string): Promise<Listing>;
  list(organisation: string | null): Promise<Listing>;
  /** As a manifest. */
  export(organisation: string | null): Promise<Readonly<Record<string, string>>>;
  remove(organisation: string, hashes: readonly string[]): Promise<number>;
  /** Those that this version of the hub would not answer, and why. */
  check(): Promise<Listing>;
}

/** Files that callers asked for, of every organisation. */
export interface ExportsApp {
  list(): Promise<Listing>;
  cancel(id: bigint): Promise<void>;
}

/** Where a copy is kept, and how. */
export interface WarehouseOptions {
  /** A file of DuckDB or an address of PostgreSQL. */
  readonly to: string;
  /** Fills the copy anew, whatever there is. */
  readonly snapshot: boolean;
  /** Between rounds. */
  readonly everySeconds: number;
}

export interface WarehouseReport {
  /** Snapshots taken, changes read, rows written and rows removed since then. */
  readonly snapshots: number;
  readonly changes: number;
  readonly held: number;
  readonly removed: number;
  readonly counts: readonly {
    readonly type: string;
    readonly table: string;
    readonly here: number;
    readonly hub: number | null;
  }[];
  readonly agrees: boolean;
}

export interface AddressPreferences {
  readonly kinds?: readonly string[];
  readonly digestAt?: string;
  readonly quietFrom?: string;
  readonly quietUntil?: string;
  readonly urgentInQuiet?: boolean;
}

/** What an operator states of a new address. */
export interface AddressEntry extends AddressPreferences {
  readonly address: string;
  /** Handle of the account whose rights decide what is said. */
  readonly account: string;
  readonly purpose: string;
  readonly channel: string;
  readonly secret?: string;
  /** Roles of a robot's group. */
  readonly audience?: readonly string[];
}

/** Where the staff are told of what waits for them, of every organisation. */
export interface MessagesApp {
  list(): Promise<Listing>;
  /** Messages that were given up. */
  dead(): Promise<Listing>;
  /** Id of the address. */
  add(entry: AddressEntry): Promise<string>;
  sendCode(id: bigint): Promise<void>;
  confirm(id: bigint, code: string): Promise<void>;
  set(id: bigint, given: AddressPreferences): Promise<void>;
  pause(id: bigint): Promise<void>;
  remove(id: bigint): Promise<void>;
  test(id: bigint): Promise<void>;
  sendAgain(id: bigint, message: number): Promise<void>;
}

export interface App {
  readonly messages: MessagesApp;
  readonly webhooks: WebhooksApp;
  readonly operations: OperationsApp;
  readonly exports: ExportsApp;
  readonly administration: AdministrationApp;
  /** Database, migrations, demo, agencies, sync, evaluation, then serving; ends when closed. */
  start(options: StartOptions): Promise<Running>;
  /** The part of one agency, beside its own data. */
  serveSubgraph(agency: AgencyId): Promise<Running>;
  /** The gateway over the hub and the agencies' processes. */
  serveGateway(): Promise<Running>;
  /** Makes a connector for one more agency; tells its files. */
  newConnector(asked: NewConnector): Promise<readonly string[]>;
  /** The hub, all agencies' processes and the gateway on this machine, over the demo district. */
  startInParts(): Promise<Running>;
  /** Jobs only. */
  work(): Promise<Running>;
  ingest(directory: string): Promise<IngestReport>;
  /** One agency, or all that are configured. */
  sync(agency?: AgencyId): Promise<SyncReport>;
  evaluate(asOf?: Day): Promise<EvaluateReport>;
  replay(batch: bigint): Promise<IngestReport>;
  token(persona: string): Promise<string>;
  /** Names of the migrations applied. */
  migrate(): Promise<readonly string[]>;
  doctor(): Promise<readonly Check[]>;
  /** Brings a copy up to date, once. */
  syncWarehouse(options: WarehouseOptions): Promise<WarehouseReport>;
  /** Keeps a copy up to date until closed. */
  keepWarehouse(options: WarehouseOptions): Promise<Running>;
  listReviews(): Promise<Listing>;
  /** `person` null: none of the candidates. */
  decideReview(review: bigint, person: bigint | null, decision: Decision): Promise<void>;
  undoLink(recordType: RecordType, sourceKey: string, decision: Decision): Promise<void>;
  listQuarantine(agency?: AgencyId): Promise<Listing>;
  /** `changes`: the agency's own column headers to corrected values. */
  resubmit(row: bigint, changes: Readonly<Record<string, string>>, by: string): Promise<IngestReport>;
  listFindings(agency?: AgencyId): Promise<Listing>;
  listConsents(household: bigint): Promise<Listing>;
  withdrawConsent(consent: bigint, withdrawal: ConsentWithdrawal): Promise<void>;
  listKeys(): Promise<Listing>;
  /** Makes a new key the one that seals; the running hub, or the next one, seals everything anew. Tells its id. */
  rotateKeys(): Promise<string>;
  /** Seals anew here and now what stands under an older key. */
  resealValues(): Promise<ResealedValues>;
  verifyDisclosures(): Promise<ChainReport>;
  reportDisclosures(person: bigint, by: string): Promise<PersonReport>;
  writeDelivery(directory: string, options: SimulateOptions): Promise<{ files: number; rows: number }>;
  serveAgencies(options: SimulateOptions): Promise<Running>;
  /** Ends everything that was opened. */
  close(): Promise<void>;
}

export type CreateApp = (context: AppContext) => App;
