/** A served hub with alerts raised from documents, for tests of what people do with them. */
import { addDays, type Day } from '../../src/kernel/day.ts';
import type { AlertCounts } from '../../src/modules/alerting/index.ts';
import { createDiscovery } from '../../src/modules/discovery/index.ts';
import type { HouseholdDocument } from '../../src/modules/household/index.ts';
import { certificate, DAY, household, member, payment, recognition } from './documents.ts';
import { writeHouseholds } from './fact-rows.ts';
import { feedsOn } from './feeds.ts';
import { type Answer, operation, type ServedHub, serveHub } from './served-hub.ts';

export interface AlertAnswer {
  readonly __typename: string;
  readonly alert?: {
    readonly id: string;
    readonly state: string;
    readonly assignee: string | null;
    readonly outcome: string | null;
  };
  readonly code?: string;
  readonly message?: string;
  readonly suggestion?: string;
}

export interface WorkedHub extends ServedHub {
  /** Writes households as of a day, judges them and brings the alerts in line; a document's place is its id. */
  live(day: Day, ...documents: readonly HouseholdDocument[]): Promise<AlertCounts>;
  /** One of the partners' mutations, word for word. */
  work(name: string, variables: object, persona?: string): Promise<AlertAnswer>;
  /** Public id of a household's newest alert. */
  alertOf(household: number): Promise<string>;
  /** Takes all households and alerts away. */
  clear(): Promise<void>;
}

export async function serveWorkedHub(settings: Readonly<Record<string, string>> = {}): Promise<WorkedHub> {
  const served = await serveHub(settings);
  const { hub, ask } = served;
  // A few rules are enough to raise alerts; which rules there are changes with the packs.
  const rules = hub.pack.rules.filter(({ id }) => ['R01', 'R04', 'R05', 'R13'].includes(id));
  const discovery = createDiscovery({ db: hub.db, pack: { ...hub.pack, rules }, feedsOn: async (day) => feedsOn(day) });
  return {
    ...served,
    async live(day, ...documents) {
      await hub.db.execute('TRUNCATE hub_day');
      await hub.db.execute('INSERT INTO hub_day (day) VALUES ($1)', [day]);
      await writeHouseholds(hub.db, documents, day);
      await discovery.evaluate({ day, scope: 'marked', write: true });
      return hub.alerting.apply(day);
    },
    async work(name, variables, persona = 'adviser') {
      const query = await operation(name);
      const { data, errors }: Answer<Record<string, AlertAnswer>> = await ask({
        persona,
        purpose: 'casework',
        query,
        variables: variables as Record<string, unknown>,
      });
      const [answer] = Object.values(data ?? {});
      if (answer == null) throw new Error(errors?.map(({ extensions }) => extensions.code).join() ?? 'no answer');
      return answer;
    },
    async alertOf(household) {
      const [row] = await hub.db.query<{ id: number }>(
        'SELECT id FROM alert WHERE household_id = $1 ORDER BY id DESC LIMIT 1',
        [household],
      );
      return `A${row?.id}`;
    },
    clear: async () => {
      await hub.db.execute(
        `TRUNCATE household_fact, member_fact, profile_version, judgement_mark, rule_result, discovery_state, alert_mark,
           alert, visit, work_key, spot_check_draw, case_file CASCADE`,
      );
    },
  };
}

export { addDays, DAY };

const severe = certificate('4', '1');

/** Hit by R04, the nursing subsidy, and by R13, no insurance: ORANGE. */
export function unserved(id = 71): HouseholdDocument {
  return household([member({ id, certificates: [severe] })], { recognition: recognition('DB') });
}

/** The same family when all is well. */
export function served(id = 71): HouseholdDocument {
  const insurance = [{ insuranceType: '390', year: 2026, status: '1', source: recognition('DB').source }];
  const payments = [payment('CJH', '2026-10' as never), payment('CJH', '2026-11' as never)];
  return household([member({ id, certificates: [severe], insurance, payments })], { recognition: recognition('DB') });
}
