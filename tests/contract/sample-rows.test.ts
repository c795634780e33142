import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CONTRACTS } from '../../connectors/index.ts';
import {
  openDelivery,
  type RejectedRow,
  type RowOutcome,
  readRow,
  unknownHeaders,
} from '../../connectors/sdk/index.ts';

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));

interface NamedColumn {
  readonly file: string;
  readonly sourceKey: string | null;
  readonly dataRow: number;
  readonly column: string;
}

interface Truth {
  readonly asOf: string;
  readonly quarantine: readonly NamedColumn[];
  readonly findings: readonly NamedColumn[];
  readonly accounting: Readonly<Record<string, { readonly rows: number }>>;
  readonly unlistedFiles: readonly string[];
  readonly extraColumns: readonly { readonly file: string; readonly column: string }[];
}

const truth = JSON.parse(readFileSync(fixture('changning-3k.truth.json'), 'utf8')) as Truth;
const sorted = (lines: readonly string[]): readonly string[] => [...lines].sort();
const line = ({ file, dataRow, sourceKey, column }: NamedColumn): string =>
  [file, dataRow, sourceKey ?? '', column].join(' ');

interface ReadFile {
  readonly outcomes: readonly RowOutcome[];
  readonly unknown: readonly string[];
}

const files = new Map<string, ReadFile>();
let unlisted: readonly string[] = [];

beforeAll(async () => {
  const delivery = await openDelivery(fixture('changning-3k'), { contracts: CONTRACTS });
  unlisted = delivery.unlisted;
  for (const batch of delivery.batches) {
    const contract = CONTRACTS[batch.recordType];
    const outcomes: RowOutcome[] = [];
    for await (const chunk of batch.rows()) outcomes.push(...chunk.map((row) => readRow(contract, row)));
    files.set(batch.name, { outcomes, unknown: unknownHeaders(contract, batch.headers?.() ?? []) });
  }
});

describe('the sample delivery, row by row', () => {
  it('reads every announced row of every file', () => {
    const counted = Object.fromEntries([...files].map(([file, { outcomes }]) => [file, outcomes.length]));
    const announced = Object.fromEntries(Object.entries(truth.accounting).map(([file, { rows }]) => [file, rows]));
    expect(counted).toEqual(announced);
  });

  it('rejects exactly the rows that cannot be read, with every reason', () => {
    const found = [...files].flatMap(([file, { outcomes }]) =>
      outcomes
        .filter((outcome): outcome is RejectedRow => outcome.kind === 'rejected')
        .flatMap(({ row, sourceKey, reasons }) =>
          reasons.map(({ column }) => line({ file, dataRow: row, sourceKey, column })),
        ),
    );
    expect(sorted(found)).toEqual(sorted(truth.quarantine.map(line)));
  });

  it('finds exactly the contradictions inside accepted rows', () => {
    const found = [...files].flatMap(([file, { outcomes }]) =>
      outcomes.flatMap((outcome) =>
        outcome.kind === 'record'
          ? outcome.findings.map(({ column }) =>
              line({ file, dataRow: outcome.row, sourceKey: outcome.sourceKey, column }),
            )
          : [],
      ),
    );
    expect(sorted(found)).toEqual(sorted(truth.findings.map(line)));
  });

  it('gives records that their schemas accept', () => {
    const refused = [...files].flatMap(([file, { outcomes }]) => {
      const { schema } = CONTRACTS[truthRecordType(file)];
      return outcomes.filter((outcome) => outcome.kind === 'record' && !schema.safeParse(outcome.record).success);
    });
    expect(refused).toEqual([]);
  });

  it('reports unnamed files and unknown columns, and reads neither', () => {
    expect(unlisted).toEqual(sorted(truth.unlistedFiles));
    const unknown = [...files].flatMap(([file, read]) => read.unknown.map((column) => ({ file, column })));
    expect(unknown).toEqual(truth.extraColumns);
  });
});

function truthRecordType(file: string): keyof typeof CONTRACTS {
  const manifest = JSON.parse(readFileSync(fixture('changning-3k/manifest.json'), 'utf8')) as {
    readonly files: readonly { readonly path: string; readonly recordType: keyof typeof CONTRACTS }[];
  };
  const entry = manifest.files.find(({ path }) => path === file);
  if (entry === undefined) throw new Error(`${file} is not in the manifest`);
  return entry.recordType;
}
