/** What makes a graph a Federation 2 subgraph: `_entities` and `_service`, under the same decisions as any field. */
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';

/** A reference to an entity, as a gateway sends it. */
export type Representation = Readonly<Record<string, unknown>>;

interface EntityParts<Entity extends object> {
  readonly types: readonly GraphObject<Entity>[];
  typeOf(entity: Entity): GraphObject<Entity>;
  /** How many references one request may bring, where its caller makes them up. */
  readonly most?: number;
  /** The entity as the caller of the request may see it; null: none, or not for this caller. */
  resolve(representation: Representation, context: RequestContext): Promise<Entity | null>;
  sdl(): string;
}

function asRepresentation(value: unknown): Representation {
  if (typeof value === 'object' && value !== null && '__typename' in value) return value as Representation;
  throw new WanjiaError('BAD_USER_INPUT', { input: 'representations', expected: 'objects with __typename and a key' });
}

/** Adds the fields of a subgraph; `resolve` is asked for all references of a request in one tick, so that it can batch. */
export function defineEntities<Entity extends object>(builder: GraphBuilder, parts: EntityParts<Entity>): void {
  builder.scalarType('_Any', {
    description: '实体引用 a reference to an entity: its type and a key',
    serialize: String,
  });
  const AnyEntity = builder.unionType('_Entity', {
    description: '实体 an entity of this subgraph',
    types: [...parts.types],
    resolveType: (entity) => parts.typeOf(entity as Entity),
  });
  const Service = builder.objectRef<{ readonly sdl: string }>('_Service').implement({
    description: '子图 this subgraph',
    fields: (t) => ({
      sdl: t.exposeString('sdl', {
        nullable: true,
        access: STRUCTURE,
        description: '子图定义 its schema with federation directives',
      }),
    }),
  });
  builder.queryFields((t) => ({
    _entities: t.field({
      type: [AnyEntity],
      nullable: { list: false, items: true },
      access: STRUCTURE,
      description: '实体解析 entities by reference, each decided for the caller; null: none, or not for it',
      args: {
        representations: t.arg({
          type: ['_Any'],
          required: true,
          access: STRUCTURE,
          description: '实体引用 references, resolved together',
        }),
      },
      resolve: (_root, { representations }, context) => {
        const { most = Number.POSITIVE_INFINITY } = parts;
        if (representations.length > most)
          throw new WanjiaError('BAD_USER_INPUT', { input: 'representations', expected: `at most ${most}` });
        return Promise.all(representations.map((value) => parts.resolve(asRepresentation(value), context)));
      },
    }),
    _service: t.field({
      type: Service,
      nullable: false,
      access: STRUCTURE,
      description: '子图定义 for composition',
      resolve: () => ({ sdl: parts.sdl() }),
    }),
  }));
}
