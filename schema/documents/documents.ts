/** 登记操作: the operations an organisation has registered, what they cost and what they would show to whom. */
import type { GraphQLSchema } from 'graphql';
import type { DOCUMENT_KINDS, RegisteredDocument } from '../../src/modules/documents/index.ts';
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { wholeGraphOf } from '../federation/whole-graph.ts';
import type { Verb } from '../permissions/access-table.ts';
import { type ReadDocument, readDocument } from './document-check.ts';
import { type OperationAccess, type OperationSight, operationAccess } from './operation-access.ts';

const access = 'operation';

function read(schema: GraphQLSchema, { limits }: RequestContext['graph'], text: string): ReadDocument | null {
  try {
    return readDocument({ schema, limits }, text);
  } catch {
    return null;
  }
}

/** The roles that people and systems of an organisation may hold. */
async function rolesOf(organisation: string, { administration, policy }: RequestContext['graph']) {
  const found = await administration.organisation(organisation);
  return found === null ? new Set<string>() : policy.rolesFor(found.kind);
}

function defineSights(builder: GraphBuilder, Verb: GraphEnum<Verb>): GraphObject<OperationAccess> {
  const Sight = builder.objectRef<OperationSight>('OperationSight').implement({
    description: '操作字段可见情况 a coordinate that does not simply come out clear',
    fields: (t) => ({
      coordinate: t.exposeString('coordinate', { access, description: '字段 schema coordinate' }),
      least: t.expose('least', {
        type: Verb,
        access,
        description: '最少 how it comes out in the least favourable circumstances',
      }),
      most: t.expose('most', {
        type: Verb,
        access,
        description: '最多 how it comes out in the most favourable, as with an open case',
      }),
    }),
  });
  return builder.objectRef<OperationAccess>('OperationAccess').implement({
    description: '操作访问说明 what a role with a purpose would be shown of an operation',
    fields: (t) => ({
      role: t.exposeString('role', { access, description: '角色 a role the organisation’s people may hold' }),
      purpose: t.exposeString('purpose', { access, description: '用途 null: none is stated' }),
      sights: t.field({
        type: [Sight],
        access,
        description: '未完全显示的字段 whatever else it asks comes out clear',
        resolve: ({ sights }) => [...sights],
      }),
    }),
  });
}

/** The type of a registered operation. */
export function defineDocuments(builder: GraphBuilder, Verb: GraphEnum<Verb>): GraphObject<RegisteredDocument> {
  const Access = defineSights(builder, Verb);
  const Kind = builder.enumType('OperationKind', {
    description: '操作类别 what an operation does',
    values: {
      query: { value: 'query', description: '查询 it reads' },
      mutation: { value: 'mutation', description: '变更 it changes something' },
      subscription: { value: 'subscription', description: '订阅 it is told of changes' },
    } satisfies Record<(typeof DOCUMENT_KINDS)[number], object>,
  });
  const Operation = builder.objectRef<RegisteredDocument>('RegisteredOperation').implement({
    description: '登记操作 an operation that an organisation has registered and may send by its hash',
    fields: (t) => ({
      hash: t.expose('hash', { type: 'Sha256', access, description: '散列 SHA-256 of the text; sent as documentId' }),
      organisation: t.exposeString('organisation', { access, description: '登记单位 whose it is' }),
      name: t.exposeString('name', { access, description: '操作名称 as in its text' }),
      kind: t.expose('kind', { type: Kind, access, description: '操作类别 query, mutation or subscription' }),
      document: t.exposeString('text', { access, description: '操作文本 as it was registered' }),
      cost: t.exposeInt('cost', {
        access,
        description: '预计字段数 fields of an answer, with the defaults of its variables; what is sent is counted anew',
      }),
      registeredBy: t.exposeString('registeredBy', { access, description: '登记人 the account that registered it' }),
      registeredAt: t.expose('registeredAt', {
        type: 'DateTime',
        access,
        description: '登记时间 when it was registered',
      }),
      lastUsedOn: t.string({
        access,
        description: '最近使用日期 the last day it was sent; null: not yet',
        resolve: ({ lastUsedOn }) => lastUsedOn,
      }),
      valid: t.boolean({
        access,
        description: '仍然有效 whether this version of the hub would still answer it',
        resolve: ({ text }, _args, { graph }, { schema }) => read(wholeGraphOf(schema), graph, text) !== null,
      }),
      access: t.field({
        type: [Access],
        access,
        description:
          '访问说明 for each role the organisation may hold and each of its purposes; a contract is taken to run; empty: it is not valid',
        resolve: async ({ text, organisation }, _args, { graph }, { schema }) => {
          const wholeGraph = wholeGraphOf(schema);
          const document = read(wholeGraph, graph, text);
          if (document === null) return [];
          return operationAccess(wholeGraph, document, {
            policy: graph.policy,
            roles: await rolesOf(organisation, graph),
          });
        },
      }),
    }),
  });
  builder.queryField('registeredOperations', (t) =>
    t.field({
      type: [Operation],
      access,
      description: '登记操作列表 those of the caller’s organisation',
      args: {
        organisation: t.arg.string({
          access: 'administration',
          description: '单位 another organisation’s; absent: the caller’s own',
        }),
        all: t.arg.boolean({ access: 'administration', description: '全部单位 those of every organisation' }),
      },
      resolve: async (_root, { organisation, all }, { graph, caller }) => [
        ...(await graph.documents.list(all ? null : (organisation ?? caller.organisation))),
      ],
    }),
  );
  return Operation;
}
