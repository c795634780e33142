/** What the bureau is in the simulated city: its files, and whom it writes of. */
import { csvFile, type SimulatedHome, type Simulator, sheetFile } from '../sdk/simulator.ts';

/** Of how many households something is on record, and what. */
const LEASES = 0.03;
const SUBSIDIES = 0.02;
const MONTHS_OF_SUBSIDY = 6;

const yuan = (amount: number): string => `${amount}.00`;
const areaOf = (metres: number): string => metres.toFixed(1);
const monthOf = (day: string): string => day.slice(0, 7);

/** Who holds the lease: the head, if of age. */
function applicant({ people: [head] }: SimulatedHome): { readonly name: string; readonly residentId: string } | null {
  return head === undefined || head.age < 18 ? null : { name: head.name, residentId: head.residentId };
}

const drawn = (home: SimulatedHome): number => home.chance('housing');

function survey(home: SimulatedHome, tenure: string, floorArea: number): void {
  const who = applicant(home);
  if (who === null) return;
  home.write('HO03', `S${home.number}`, {
    ...who,
    surveyNo: `HD${home.number}`,
    tenure,
    floorArea: areaOf(floorArea),
    floorAreaPerPerson: areaOf(floorArea / home.people.length),
    surveyedOn: home.daysAgo(Math.round(home.chance('surveyed') * 500)),
  });
}

function lease(home: SimulatedHome): void {
  const who = applicant(home);
  if (who === null) return;
  const floorArea = 30 + Math.round(home.chance('area') * 30);
  home.write('HO01', `G${home.number}`, {
    ...who,
    contractNo: `GZ${home.number}`,
    address: home.address,
    floorArea: areaOf(floorArea),
    monthlyRent: yuan(floorArea * 30),
    beganOn: home.daysAgo(30 + Math.round(home.chance('since') * 900)),
    endsOn: home.daysAgo(-60 - Math.round(home.chance('until') * 900)),
    status: '1',
  });
  survey(home, '2', floorArea);
}

function subsidise(home: SimulatedHome, daysAgo: number): void {
  const who = applicant(home);
  if (who === null) return;
  const month = monthOf(home.daysAgo(daysAgo));
  home.write('HO02', `B${home.number}-${month}`, {
    ...who,
    paymentNo: `BT${home.number}-${month}`,
    month,
    amount: yuan(300 + Math.round(home.chance('subsidy') * 12) * 100),
    paidOn: home.daysAgo(daysAgo),
  });
}

const isSubsidised = (home: SimulatedHome): boolean =>
  drawn(home) >= LEASES && drawn(home) < LEASES + SUBSIDIES && home.people.length > 0;

export const HOUSING_SIMULATOR: Simulator = {
  files: {
    HO01: csvFile('公租房租赁.csv', 'gb18030', '\r\n'),
    HO02: { ...csvFile('租赁补贴.csv', 'utf-8'), growing: true },
    HO03: sheetFile('住房核定.xlsx', '核定结果', {
      titles: ['长宁区住房保障对象住房核定表'],
      notes: ['制表人:王某某'],
    }),
  },
  later: 'increment',
  begin(home) {
    if (drawn(home) < LEASES) lease(home);
    if (!isSubsidised(home)) return;
    survey(home, '2', 18 + Math.round(home.chance('area') * 20));
    for (let back = MONTHS_OF_SUBSIDY; back > 0; back -= 1) subsidise(home, back * 30);
  },
  monthly(home) {
    if (isSubsidised(home)) subsidise(home, 0);
  },
};
