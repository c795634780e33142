/** The tests that every agency passes as a whole: its contracts, what it is in the simulated city, its subgraph. */
import type { Agency } from '../../connectors/sdk/agency.ts';
import { describeContracts, type TestRunner } from '../../connectors/sdk/contract-kit.ts';
import { readRow } from '../../connectors/sdk/read-row.ts';
import type { RecordContract } from '../../connectors/sdk/record-contract.ts';
import type { SectionField } from '../../connectors/sdk/section.ts';
import { createAgencySubgraph } from '../../schema/federation/agency-subgraph.ts';
import { createCity, type RecordVersion } from '../../sim/index.ts';

const DAY = '2026-10-31';

type Declared = Pick<Agency, 'id' | 'title'> & {
  readonly contracts: Readonly<Record<string, RecordContract>>;
  readonly section: {
    readonly field: string;
    readonly type: string;
    readonly fields: Readonly<Record<string, SectionField<never>>>;
  };
};

function outcomeOf({ sourceKey, updatedAt, cells }: RecordVersion, contract: RecordContract): string {
  const own = contract.fields.map(({ header }, place) => [header, cells?.[place] ?? '']);
  const raw = { 来源主键: sourceKey, 更新时间: updatedAt, 操作: 'U', ...Object.fromEntries(own) };
  return readRow(contract, { row: 1, raw }).kind;
}

export function describeAgency(runner: TestRunner, { id, title, contracts, section }: Declared): void {
  const { describe, expect, it } = runner;
  describeContracts(runner, Object.values(contracts));

  describe(title, () => {
    it('writes in the simulated city what its contracts read', () => {
      const city = createCity({ seed: '1', people: 600, startDay: DAY });
      const written = [...city.households()].flatMap((household) => household.recordsAt(DAY));
      for (const [recordType, contract] of Object.entries(contracts)) {
        const outcomes = written.filter((one) => one.recordType === recordType).map((one) => outcomeOf(one, contract));
        expect([recordType, ...new Set(outcomes)]).toEqual([recordType, 'record']);
      }
    });

    it('serves its section as a subgraph, to who comes with a pass of the hub', () => {
      const sdl = createAgencySubgraph(id).sdl();
      expect(sdl).toContain(`type Person @key(fields: "${section.field}Pass")`);
      for (const field of Object.values(section.fields))
        if (field.kind === 'list' || field.kind === 'record') expect(sdl).toContain(`type ${field.of.type}`);
    });
  });
}
