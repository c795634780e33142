/** A jurisdiction's policy pack in force: its own folder over its parents', parsed, typed and checked. */
import { TypeError as CelTypeError, ParseError } from '@marcbachmann/cel-js';
import { didYouMean } from '../../../kernel/nearest.ts';
import { createLanguage, type Language } from '../expression/language.ts';
import type { AlertCheck, BasisClause, Bilingual, Parameter, PolicyDocument, Rule } from '../rule.ts';
import { celProblem } from './cel-problem.ts';
import { lineageOf, type PackFolder, readFolder } from './load.ts';
import { parametersOf } from './parameters.ts';
import { readCheck, readRule } from './rules.ts';
import { clocksOf, type SeverityClocks } from './severity-clocks.ts';
import { type PackProblem, refusePack } from './source.ts';
import { type TermAlias, termsOf } from './terms.ts';
import { type WorkingDays, workingDaysOf } from './working-days.ts';

export interface Pack {
  /** Folder, as in `shanghai/changning`. */
  readonly name: string;
  readonly title: Bilingual;
  /** Division code the pack is in force for; '' is everywhere. */
  readonly division: string;
  readonly documents: ReadonlyMap<string, PolicyDocument>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly language: Language;
  /** Every version of every rule, by id and version. */
  readonly rules: readonly Rule[];
  /** Checks on how alerts are worked, every version. */
  readonly alertChecks: readonly AlertCheck[];
  /** Older and local terms. */
  readonly aliases: readonly TermAlias[];
  readonly clocks: SeverityClocks;
  readonly workingDays: WorkingDays;
}

/** The entries of all folders by id; a child's replace its parent's. */
function merged<T>(
  folders: readonly PackFolder[],
  entries: (folder: PackFolder) => readonly (readonly [string, T])[],
): Map<string, T> {
  return new Map(folders.flatMap((folder) => [...entries(folder)]));
}

function documentsOf(folders: readonly PackFolder[]): Map<string, PolicyDocument> {
  return merged(folders, (folder) =>
    (folder['documents.yaml']?.value.documents ?? []).map((entry) => [
      entry.id,
      { ...entry, number: entry.number ?? null, note: entry.note ?? null, effectiveTo: entry.effectiveTo ?? null },
    ]),
  );
}

function languageOf(
  folders: readonly PackFolder[],
  parameters: ReadonlyMap<string, Parameter>,
  problems: PackProblem[],
): Language {
  const places = merged(folders, (folder) =>
    (folder['conditions.yaml']?.value.conditions ?? []).map((condition, index) => [
      condition.id,
      { condition, folder, index },
    ]),
  );
  const types = new Map([...parameters.values()].map(({ id, type }) => [id, type]));
  const language: Language = createLanguage(
    types,
    [...places.values()].map((place) => place.condition),
    (condition, error, own) => {
      const place = places.get(condition.id);
      const source = place?.folder['conditions.yaml'];
      if (
        place === undefined ||
        source === undefined ||
        !(error instanceof ParseError || error instanceof CelTypeError)
      )
        throw error;
      const { message, offset } = celProblem(error, own);
      problems.push(source.problemAt(['conditions', place.index, 'expression'], message, offset));
    },
  );
  return language;
}

/** The rules of the most local folder that has the id. */
function rulesOf(
  folders: readonly PackFolder[],
  context: Parameters<typeof readRule>[1],
  problems: PackProblem[],
): readonly Rule[] {
  const rules = new Map<string, Rule[]>();
  for (const folder of folders) {
    const own = new Map<string, Rule[]>();
    for (const file of folder.rules) {
      const rule = readRule(file, context, problems);
      if (rule === null) continue;
      const versions = own.get(rule.id) ?? [];
      if (versions.some((other) => overlaps(other, rule)))
        problems.push(file.problemAt(['effectiveFrom'], `another version of ${rule.id} is in force in this period`));
      own.set(rule.id, [...versions, rule]);
    }
    for (const [id, versions] of own) rules.set(id, versions);
    addBasis(folder, rules, context, problems);
  }
  return [...rules.values()].flat().sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.version - b.version));
}

/** The checks of the most local folder that has the id. */
function checksOf(
  folders: readonly PackFolder[],
  context: Parameters<typeof readCheck>[1],
  problems: PackProblem[],
): readonly AlertCheck[] {
  const checks = new Map<string, readonly AlertCheck[]>();
  for (const { checks: files } of folders) {
    const own = files.flatMap((file) => readCheck(file, context, problems) ?? []);
    for (const { id } of own)
      checks.set(
        id,
        own.filter((check) => check.id === id),
      );
  }
  return [...checks.values()].flat();
}

const PRECEDENCE: readonly PolicyDocument['level'][] = ['law', 'national', 'city', 'district', 'street'];

/** The law before what the nation, the city, the district and the street say (社会救助法: 与本法不一致的,以本法为准). */
function byPrecedence(clauses: readonly BasisClause[]): readonly BasisClause[] {
  const rank = ({ document }: BasisClause): number => PRECEDENCE.indexOf(document.level);
  return [...clauses].sort((a, b) => rank(a) - rank(b));
}

/** A jurisdiction's own clauses join those of the rules it inherits. */
function addBasis(
  folder: PackFolder,
  rules: Map<string, Rule[]>,
  { documents }: Parameters<typeof readRule>[1],
  problems: PackProblem[],
): void {
  const file = folder['basis.yaml'];
  for (const [index, { rule: id, document: named, clause }] of (file?.value.basis ?? []).entries()) {
    const document = documents.get(named);
    const versions = rules.get(id);
    if (document === undefined || versions === undefined) {
      const [key, word, known] = document === undefined ? ['document', named, documents] : ['rule', id, rules];
      const message = `there is no ${key} '${word}'${didYouMean(String(word), (known as ReadonlyMap<string, unknown>).keys())}`;
      problems.push(...(file ? [file.problemAt(['basis', index, key as string], message)] : []));
    } else {
      rules.set(
        id,
        versions.map((rule) => ({ ...rule, basis: byPrecedence([...rule.basis, { document, clause }]) })),
      );
    }
  }
}

function overlaps(a: Rule, b: Rule): boolean {
  const startsBefore = (x: Rule, y: Rule): boolean => y.effectiveTo === null || x.effectiveFrom < y.effectiveTo;
  return startsBefore(a, b) && startsBefore(b, a);
}

/** Reads a pack and its parents below `root`; throws PACK_INVALID with every problem's file, line and column. */
export async function loadPack(root: string, name: string): Promise<Pack> {
  const problems: PackProblem[] = [];
  const folders = await Promise.all(lineageOf(name).map((folder) => readFolder(root, folder, problems)));
  const own = folders.at(-1)?.['pack.yaml']?.value;
  if (problems.length > 0 || own === undefined) refusePack(problems);
  const documents = documentsOf(folders);
  const parameters = parametersOf(folders, problems);
  const language = languageOf(folders, parameters, problems);
  const rules = rulesOf(folders, { documents, language }, problems);
  const alertChecks = checksOf(folders, { documents, language }, problems);
  const aliases = termsOf(folders, documents, problems);
  const clocks = clocksOf(folders, name, problems);
  const workingDays = workingDaysOf(folders, problems);
  if (problems.length > 0) refusePack(problems);
  return {
    name,
    title: own.name,
    division: own.jurisdiction ?? '',
    documents,
    parameters,
    language,
    rules,
    alertChecks,
    aliases,
    clocks,
    workingDays,
  };
}
