/** The truth that comes with the sample delivery, and answers of the API as the tests read them. */
export interface Truth {
  readonly asOf: string;
  readonly totals: { readonly rowsByType: Readonly<Record<string, number>> };
  readonly people: readonly {
    readonly personKey: string;
    readonly residentId: string | null;
    readonly name: string;
    readonly sex: string;
    readonly birthDate: string | null;
    readonly records: readonly { readonly recordType: string; readonly sourceKey: string }[];
  }[];
  readonly households: readonly {
    readonly householdKey: string;
    readonly streetCode: string;
    readonly members: readonly string[];
    readonly registeredClass: string | null;
    readonly annualIncomeFen: number | null;
  }[];
  readonly facts: Readonly<
    Record<
      string,
      {
        readonly outOfPocket12MonthsFen: number;
        readonly contributionGapMonths: number | null;
        readonly registeredUnemployed: boolean;
        readonly enrolled: boolean;
        readonly age: number | null;
        readonly certificate: { readonly category: string; readonly level: string } | null;
        readonly alive: boolean;
      }
    >
  >;
  readonly quarantine: readonly { readonly file: string; readonly dataRow: number; readonly column: string }[];
  readonly findings: readonly { readonly file: string; readonly dataRow: number; readonly column: string }[];
  readonly accounting: Readonly<
    Record<
      string,
      { readonly rows: number; readonly accepted: number; readonly superseded: number; readonly quarantined: number }
    >
  >;
  readonly ambiguous: readonly { readonly recordType: string; readonly sourceKey: string }[];
  readonly alerts: readonly {
    readonly rule: string;
    readonly householdKey: string;
    readonly severity: string;
    readonly members: readonly string[];
  }[];
  readonly unknown: readonly { readonly rule: string; readonly householdKey: string }[];
  readonly unlistedFiles: readonly string[];
  readonly extraColumns: readonly { readonly file: string; readonly column: string }[];
}

export interface AnsweredPerson {
  readonly id: string;
  readonly name: string;
  readonly residentId: string | null;
  readonly sex: string;
  readonly birthDate: string | null;
  readonly age: number | null;
  readonly alive: boolean;
  readonly healthInsurance: { readonly outOfPocket12Months: { readonly value: string } };
  readonly education: { readonly enrolments: readonly { readonly status: string }[] };
  readonly humanResources: {
    readonly contributionGapMonths: number | null;
    readonly unemployment: readonly { readonly status: string; readonly registeredOn: string }[];
  };
  readonly disability: { readonly certificate: { readonly category: string; readonly level: string } | null };
}

export interface AnsweredHousehold {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly streetCode: string;
  readonly registeredClass: string | null;
  readonly annualIncome: { readonly value: string | null; readonly status: string };
  readonly members: readonly { readonly person: AnsweredPerson }[];
}

interface Page<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** Every node of a paged list. */
export async function pages<Node>(fetchPage: (after: string | null) => Promise<Page<Node> | null>): Promise<Node[]> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<Node> | null = await fetchPage(after);
    if (page === null) throw new Error('the list was refused');
    nodes.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
}
