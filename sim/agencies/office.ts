/** The offices that stand in for the agencies, one kind for each way of handing records over. */
import { CONNECTOR_OF } from '../../connectors/index.ts';
import { type AgencyId, TRANSPORT_OF } from '../../src/kernel/agency.ts';
import type { Transport } from '../../src/kernel/transport.ts';
import type { City } from '../city/city.ts';
import type { Messiness } from '../mess/messiness.ts';
import { typesOf } from '../records/record-layout.ts';
import type { RecordsByType } from './agency-rows.ts';
import { DropFolder } from './drop-folder.ts';
import { HttpCursorAgency } from './http-cursor-agency.ts';
import { HttpPagesAgency } from './http-pages-agency.ts';
import { openMysqlBureau } from './mysql-bureau.ts';
import { openPostgresqlBureau } from './postgresql-bureau.ts';
import { SqlViewsAgency } from './sql-views-agency.ts';

/** What changed until the end of a day, and the ends of months on the way. */
export interface Advance {
  readonly changes: RecordsByType;
  readonly day: string;
  readonly monthEnds: readonly string[];
}

export interface Office {
  readonly agency: AgencyId;
  /** Begins with what is held at the end of a day; says how it is reached. */
  open(held: RecordsByType, day: string): Promise<object>;
  advance(news: Advance): Promise<void>;
  setFaults(faults: object): Promise<void> | void;
  close(): Promise<void>;
}

export interface OfficeParts {
  readonly agency: AgencyId;
  readonly city: City;
  readonly home: string;
  readonly mess: Messiness | null;
  readonly now: () => number;
  /** Of an empty database that is the agency's alone; absent: one with views does not take part. */
  readonly database: string | undefined;
}

async function sqlViews({ agency, mess, database }: OfficeParts): Promise<Office | null> {
  if (database === undefined) return null;
  const open = /^postgres(ql)?:/.test(database) ? openPostgresqlBureau : openMysqlBureau;
  const bureau = new SqlViewsAgency(await open(database), typesOf(agency), mess);
  return {
    agency,
    async open(held) {
      await bureau.load(held);
      return { url: database };
    },
    advance: ({ changes }) => bureau.apply(changes),
    setFaults: (faults) => bureau.setFaults(faults),
    close: () => bureau.stop(),
  };
}

async function dropFolder({ agency, city, home, mess }: OfficeParts): Promise<Office> {
  const { later = 'full' } = CONNECTOR_OF[agency].simulator;
  const folder = new DropFolder({ agency, city, home, mess, later });
  return {
    agency,
    async open(held, day) {
      await folder.dropFirst(day, held);
      return folder.settings;
    },
    async advance({ monthEnds }) {
      for (const day of monthEnds) await folder.dropLater(day);
    },
    setFaults: (faults) => folder.setFaults(faults),
    close: async () => {},
  };
}

/** An agency with a service on this machine's loopback. */
function service(agency: AgencyId, server: HttpPagesAgency | HttpCursorAgency): Office {
  return {
    agency,
    open(held, day) {
      server.apply(held, day);
      return server.start();
    },
    advance: async ({ changes, day }) => server.apply(changes, day),
    setFaults: (faults) => server.setFaults(faults),
    close: () => server.stop(),
  };
}

const OFFICES: Readonly<Record<Transport, (parts: OfficeParts) => Promise<Office | null>>> = {
  'sql-views': sqlViews,
  'drop-folder': dropFolder,
  'http-pages': async ({ agency, mess }) => service(agency, new HttpPagesAgency(typesOf(agency), mess)),
  'http-cursor': async ({ agency, mess, now }) => service(agency, new HttpCursorAgency(typesOf(agency), mess, now)),
};

/** The office of an agency; null: it does not take part. */
export function createOffice(parts: OfficeParts): Promise<Office | null> {
  return OFFICES[TRANSPORT_OF[parts.agency]](parts);
}
