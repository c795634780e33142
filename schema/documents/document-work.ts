/** 登记、移除操作: an organisation registers what its systems send, and removes what they send no more. */

import { MOST_DOCUMENTS, type RegisteredDocument } from '../../src/modules/documents/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { wholeGraphOf } from '../federation/whole-graph.ts';
import { type RefusedView, refused } from '../shared/refused.ts';
import { checkManifest, type DocumentRules } from './document-check.ts';

const access = 'operation-handling';

interface OperationsChanged {
  readonly __typename: 'OperationsChanged';
  readonly operations: readonly RegisteredDocument[];
  readonly removed: number;
}

async function register(
  manifest: ReadonlyMap<string, string>,
  { caller: { organisation, subject }, graph }: RequestContext,
  schema: DocumentRules['schema'],
): Promise<OperationsChanged | RefusedView> {
  const checked = checkManifest({ schema, limits: graph.limits }, manifest);
  if (!checked.ok) return refused(checked.error);
  const done = await graph.documents.register({ organisation, by: subject, drafts: checked.value });
  if (!done.ok) return refused({ code: done.error, params: { limit: MOST_DOCUMENTS } });
  return { __typename: 'OperationsChanged', operations: done.value, removed: 0 };
}

function defineResult(
  builder: GraphBuilder,
  Operation: GraphObject<RegisteredDocument>,
  Refused: GraphObject<RefusedView>,
) {
  const Changed = builder.objectRef<OperationsChanged>('OperationsChanged').implement({
    description: '已办理 the work was done',
    fields: (t) => ({
      operations: t.field({
        type: [Operation],
        access,
        description: '登记操作 those of the manifest, as they are registered now',
        resolve: ({ operations }) => [...operations],
      }),
      removed: t.exposeInt('removed', { access, description: '移除数 how many were removed' }),
    }),
  });
  return builder.unionType('OperationsResult', {
    description: '办理结果 the operations changed, or why not',
    types: [Changed, Refused],
    resolveType: (value) => value.__typename,
  });
}

export function defineDocumentWork(
  builder: GraphBuilder,
  Operation: GraphObject<RegisteredDocument>,
  Refused: GraphObject<RefusedView>,
): void {
  const Result = defineResult(builder, Operation, Refused);
  builder.mutationFields((t) => ({
    registerOperations: t.field({
      type: Result,
      access,
      description:
        '登记操作 registers every operation of a manifest or none; what is registered already stays as it is. Refused: DOCUMENT_HASH_WRONG, DOCUMENT_INVALID, DOCUMENT_HOLDS_NUMBER, DOCUMENTS_FULL',
      args: {
        manifest: t.arg({
          type: 'OperationManifest',
          required: true,
          access,
          description: '操作清单 documents by their SHA-256, as GraphQL codegen writes them',
        }),
      },
      resolve: (_root, { manifest }, context, { schema }) => register(manifest, context, wholeGraphOf(schema)),
    }),
    removeOperations: t.field({
      type: Result,
      access,
      description: '移除操作 removes operations of the caller’s organisation; others of its are not touched',
      args: {
        hashes: t.arg({ type: ['Sha256'], required: true, access, description: '散列 of the operations to remove' }),
      },
      resolve: async (_root, { hashes }, { caller, graph }): Promise<OperationsChanged> => ({
        __typename: 'OperationsChanged',
        operations: [],
        removed: await graph.documents.remove(caller.organisation, hashes),
      }),
    }),
  }));
}
