/** Older and local terms 新旧名称: people type, search and read the word they know, and are given what it is called now. */
import { ASSISTANCE_CLASS } from '../../../kernel/code-lists.ts';
import { didYouMean } from '../../../kernel/nearest.ts';
import type { PolicyDocument } from '../rule.ts';
import type { PackFolder } from './load.ts';
import type { PackProblem } from './source.ts';

/** An older or local term, what it is called now, and the documents it stands in. */
export interface TermAlias {
  readonly term: string;
  readonly now: string;
  /** Classes of recognition it names; none: it is no class. */
  readonly classes: readonly string[];
  readonly documents: readonly PolicyDocument[];
}

/** The terms of all folders; a child's documents join its parent's. */
export function termsOf(
  folders: readonly PackFolder[],
  documents: ReadonlyMap<string, PolicyDocument>,
  problems: PackProblem[],
): readonly TermAlias[] {
  const terms = new Map<string, TermAlias>();
  for (const { 'aliases.yaml': file } of folders)
    for (const [index, { documents: named, ...alias }] of (file?.value.aliases ?? []).entries()) {
      const missing = named.find((id) => !documents.has(id));
      const message = `there is no document '${missing}'${didYouMean(missing ?? '', documents.keys())}`;
      if (missing !== undefined && file !== undefined)
        problems.push(file.problemAt(['aliases', index, 'documents'], message));
      const cited = named.flatMap((id) => documents.get(id) ?? []);
      const held = terms.get(alias.term)?.documents ?? [];
      terms.set(alias.term, { ...alias, documents: [...new Set([...held, ...cited])] });
    }
  return [...terms.values()];
}

/** The text, and what it is or was called elsewhere: either may be part of a longer name. */
export function synonymsOf(text: string, aliases: readonly TermAlias[]): readonly string[] {
  const others = aliases.flatMap(({ term, now }) => {
    const names = [term, now];
    const at = names.findIndex((name) => name.includes(text) || text.includes(name));
    return at === -1 ? [] : names;
  });
  return [...new Set([text, ...others])];
}

/** The classes of recognition a word means: its code, its name, or what it was or is called; none: no class. */
export function classesMeant(word: string, aliases: readonly TermAlias[]): readonly string[] {
  const own = ASSISTANCE_CLASS.find(word);
  if (own !== undefined) return [own];
  return [...new Set(aliases.flatMap(({ term, now, classes }) => ([term, now].includes(word) ? classes : [])))];
}
