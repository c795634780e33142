/** Whether an operation may be registered: what a request with it would be refused for, it is refused for now. */
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { WanjiaError } from '../../src/kernel/errors.ts';
import { holdsPersonalNumber } from '../../src/kernel/personal-number.ts';
import { fail, type Result, succeed } from '../../src/kernel/result.ts';
import { type DocumentDraft, hashOf } from '../../src/modules/documents/index.ts';
import type { Refusal } from '../context.ts';
import { operationCost } from '../server/cost.ts';
import { redact } from '../server/format-error.ts';
import { extentRule, type OperationLimits } from '../server/limits.ts';
import { writesCitizenNumber } from '../server/url-guard.ts';

export interface DocumentRules {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
}

/** As much of a hash as tells documents of one manifest apart. */
const short = (hash: string): string => hash.slice(0, 12);

function detailOf(error: unknown): string {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (cause instanceof WanjiaError) return cause.message;
  return cause instanceof GraphQLError ? redact(cause.message) : 'it cannot be read';
}

/** The document and its one operation. */
export interface ReadDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Reads a document as requests are read; throws what is wrong with it. */
export function readDocument({ schema, limits }: DocumentRules, text: string): ReadDocument {
  const document = parse(text, { maxTokens: 10_000 });
  const [invalid] = validate(schema, document, [...specifiedRules, extentRule(limits)], { maxErrors: 1 });
  if (invalid !== undefined) throw invalid;
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operation?.name === undefined || operations.length > 1)
    throw new GraphQLError('it has to be one operation, with a name');
  return { document, operation };
}

/** The operation as it would be registered, or why it is not. */
export function checkDocument(rules: DocumentRules, hash: string, text: string): Result<DocumentDraft, Refusal> {
  const params = { hash: short(hash) };
  if (hashOf(text) !== hash) return fail({ code: 'DOCUMENT_HASH_WRONG' });
  if (holdsPersonalNumber(text)) return fail({ code: 'DOCUMENT_HOLDS_NUMBER', params });
  try {
    const { document, operation } = readDocument(rules, text);
    if (writesCitizenNumber(rules.schema, document)) return fail({ code: 'DOCUMENT_HOLDS_NUMBER', params });
    const cost = operationCost(rules.schema, { document, operation, variables: {} });
    const { cost: limit } = rules.limits;
    if (cost > limit) throw new WanjiaError('QUERY_TOO_COSTLY', { cost, limit });
    return succeed({ hash, name: operation.name?.value ?? '', kind: operation.operation, text, cost });
  } catch (error) {
    return fail({ code: 'DOCUMENT_INVALID', params: { ...params, detail: detailOf(error) } });
  }
}

/** Every document of a manifest, or the first reason why there is none. */
export function checkManifest(
  rules: DocumentRules,
  manifest: ReadonlyMap<string, string>,
): Result<readonly DocumentDraft[], Refusal> {
  const drafts: DocumentDraft[] = [];
  for (const [hash, text] of manifest) {
    const checked = checkDocument(rules, hash, text);
    if (!checked.ok) return checked;
    drafts.push(checked.value);
  }
  return succeed(drafts);
}
