/** A rule file, parsed and checked against the language, the documents and the SQL it is to become. */
import type { RecordType } from '../../../kernel/agency.ts';
import { asDay } from '../../../kernel/day.ts';
import { didYouMean } from '../../../kernel/nearest.ts';
import type { Path, SourceFile } from '../../../platform/yaml/source-file.ts';
import type { ValueType } from '../catalogue/fact.ts';
import type { Expression, ExpressionScope, Language } from '../expression/language.ts';
import { Money } from '../expression/money.ts';
import type {
  AlertCheck,
  BasisClause,
  EvidenceItem,
  EvidenceMembers,
  PolicyDocument,
  Rule,
  Severity,
  SeverityCase,
} from '../rule.ts';
import { checkCondition } from '../sql/check-condition.ts';
import { NotCompilable } from '../sql/context.ts';
import type { Judgement } from '../sql/judgement.ts';
import type { ParameterValue } from '../sql/statement.ts';
import { tellStatement } from '../sql/tell-statement.ts';
import { verdictStatement } from '../sql/verdict-statement.ts';
import { feedsOf, namesOf } from './dependencies.ts';
import { evidenceMembersOf, statedMembersOf } from './evidence-members.ts';
import { readExpression } from './read-expression.ts';
import type { CheckFile, RuleFile } from './schema.ts';
import type { PackProblem } from './source.ts';

export interface RuleContext {
  readonly documents: ReadonlyMap<string, PolicyDocument>;
  readonly language: Language;
}

/** Reads one file's expressions; problems gather, so that an author sees all of them at once. */
class RuleReader<F extends Pick<RuleFile, 'basis'> = RuleFile> {
  readonly file: SourceFile<F>;
  readonly context: RuleContext;
  readonly problems: PackProblem[];

  constructor(file: SourceFile<F>, context: RuleContext, problems: PackProblem[]) {
    this.file = file;
    this.context = context;
    this.problems = problems;
  }

  expression(path: Path, source: string, scope: ExpressionScope, types: readonly string[]): Expression | null {
    return readExpression({ file: this.file, path, source, scope, types }, this.context.language, this.problems);
  }

  report(path: Path, message: string, offset?: number): void {
    this.problems.push(this.file.problemAt(path, message, offset));
  }
}

const VALUE_TYPES = ['bool', 'int', 'string', 'Money'];

function basis<F extends Pick<RuleFile, 'basis'>>(reader: RuleReader<F>): readonly BasisClause[] {
  const { documents } = reader.context;
  return reader.file.value.basis.flatMap(({ document: id, clause }, index) => {
    const document = documents.get(id);
    if (document === undefined)
      reader.report(['basis', index, 'document'], `there is no document '${id}'${didYouMean(id, documents.keys())}`);
    return document === undefined ? [] : [{ document, clause }];
  });
}

function severities(reader: RuleReader): readonly SeverityCase[] {
  const cases = reader.file.value.severity;
  if (cases.at(-1)?.when !== undefined)
    reader.report(['severity', cases.length - 1], 'the last severity stands without a condition, for every other case');
  return cases.flatMap(({ is, when }, index): SeverityCase[] => {
    const severity = is.toUpperCase() as Severity;
    if (when === undefined) return [{ severity, when: null }];
    const condition = reader.expression(['severity', index, 'when'], when, 'household', ['bool']);
    return condition === null ? [] : [{ severity, when: condition }];
  });
}

function members(reader: RuleReader, rule: Expression): EvidenceMembers | null {
  const { members: source } = reader.file.value.evidence;
  const path = source === undefined ? ['expression'] : ['evidence', 'members'];
  const written = source === undefined ? null : reader.expression(path, source, 'household', ['list<Member>']);
  if (source !== undefined && written === null) return null;
  const { language } = reader.context;
  const found = written === null ? evidenceMembersOf(rule, language) : statedMembersOf(written, language);
  if (found === null)
    reader.report(path, 'say whose facts make the rule fire: evidence.members: household.members.filter(m, …)');
  return found;
}

function items(reader: RuleReader): readonly EvidenceItem[] {
  return reader.file.value.evidence.items.flatMap(({ label, value, of, unit = null, source }, index) => {
    const parsed = reader.expression(['evidence', 'items', index, 'value'], value, of, VALUE_TYPES);
    const sources: readonly RecordType[] = Array.isArray(source) ? source : [source];
    return parsed === null ? [] : [{ label, unit, sources, of, value: parsed }];
  });
}

/** Any value of a parameter's type; what a rule can say does not depend on it. */
const STAND_IN: Readonly<Partial<Record<ValueType, ParameterValue>>> = { int: 0n, double: 0, Money: Money.ofFen(0) };

/** Compiling on any day shows whether the rule can be said in SQL at all. */
function proveCompilable(reader: RuleReader, rule: Rule): void {
  const { language } = reader.context;
  const parameters = new Map([...language.parameters].map(([id, type]) => [id, STAND_IN[type]]));
  const judgement: Judgement = {
    ...{ day: asDay('2000-01-01'), language, parameters, division: '', reach: 'all' },
    isCurrent: () => true,
    asOf: () => null,
  };
  try {
    verdictStatement([{ rule, judgement }], judgement);
    tellStatement(rule, 1, judgement);
  } catch (error) {
    if (!(error instanceof NotCompilable)) throw error;
    reader.report(['expression'], error.message, error.range.start);
  }
}

/** The rule of a file; null where it has problems. */
export function readRule(file: SourceFile<RuleFile>, context: RuleContext, problems: PackProblem[]): Rule | null {
  const reader = new RuleReader(file, context, problems);
  const before = problems.length;
  const { id, version, name, effectiveFrom, effectiveTo = null, targetPolicies, agencies, restricted } = file.value;
  const expression = reader.expression(['expression'], file.value.expression, 'household', ['bool']);
  if (expression === null) return null;
  const evidenceMembers = members(reader, expression);
  const parts = { basis: basis(reader), severities: severities(reader), items: items(reader) };
  if (evidenceMembers === null || problems.length > before) return null;
  const asked = [
    expression,
    ...parts.severities.flatMap(({ when }) => when ?? []),
    ...parts.items.map((item) => item.value),
  ];
  const rule: Rule = {
    ...parts,
    ...{ id, version, name, effectiveFrom, effectiveTo, targetPolicies, agencies, restricted, expression },
    members: evidenceMembers,
    parameters: namesOf(asked, context.language),
    feeds: feedsOf(expression, context.language),
    streets: null,
    own: new Map(),
    release: null,
  };
  proveCompilable(reader, rule);
  return problems.length > before ? null : rule;
}

/** The check of a file; null where it has problems. */
export function readCheck(
  file: SourceFile<CheckFile>,
  context: RuleContext,
  problems: PackProblem[],
): AlertCheck | null {
  const reader = new RuleReader(file, context, problems);
  const before = problems.length;
  const { id, version, name, effectiveFrom, effectiveTo = null } = file.value;
  const expression = reader.expression(['expression'], file.value.expression, 'alert', ['bool']);
  const clauses = basis(reader);
  if (expression === null) return null;
  const { language } = context;
  const parameters = new Map([...language.parameters].map(([key, type]) => [key, STAND_IN[type]]));
  try {
    checkCondition({ expression }, { day: effectiveFrom, now: new Date(0), language, parameters });
  } catch (error) {
    if (!(error instanceof NotCompilable)) throw error;
    reader.report(['expression'], error.message, error.range.start);
  }
  if (problems.length > before) return null;
  return {
    ...{ id, version, name, effectiveFrom, effectiveTo, expression, basis: clauses },
    parameters: namesOf([expression], language),
  };
}
