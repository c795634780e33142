/** What administrators do. A record is stated whole, with the version its writer has seen. */
import { momentOf } from '../../src/kernel/clock.ts';
import type { Result } from '../../src/kernel/result.ts';
import type {
  Account,
  AdministrationRefusal,
  Asked,
  Organisation,
  TokenRevocation,
} from '../../src/modules/administration/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import { defineAccountInput, defineOrganisationInput, defineRevocationInput, defineSuspensionInput } from './inputs.ts';
import { actorOf } from './reach.ts';
import { keptSuspension, type SuspensionRefs, type SuspensionView } from './suspensions.ts';

const access = 'administration-work';

/** What a change left behind; one of them. */
interface Administered {
  readonly __typename: 'Administered';
  readonly organisation?: Organisation;
  readonly account?: Account;
  readonly suspension?: SuspensionView;
}

interface WorkRefs extends SuspensionRefs {
  readonly Organisation: GraphObject<Organisation>;
  readonly Account: GraphObject<Account>;
  readonly Refused: GraphObject<RefusedView>;
}

function defineResult(builder: GraphBuilder, refs: WorkRefs) {
  const Administered = builder.objectRef<Administered>('Administered').implement({
    description: '已变更 the change is made and in the history; it holds from the next request on',
    fields: (t) => ({
      organisation: t.field({
        type: refs.Organisation,
        access,
        description: '机构 the organisation as it is now',
        resolve: ({ organisation }) => organisation ?? null,
      }),
      account: t.field({
        type: refs.Account,
        access,
        description: '账户 the account as it is now',
        resolve: ({ account }) => account ?? null,
      }),
      suspension: t.field({
        type: refs.Suspension,
        access,
        description: '暂停提供 the suspension as it is now',
        resolve: ({ suspension }) => suspension ?? null,
      }),
    }),
  });
  return builder.unionType('AdministrationResult', {
    description: '管理结果 what was changed, or why not',
    types: [Administered, refs.Refused],
    resolveType: (value) => value.__typename,
  });
}

type Made<T> = Promise<Result<T, AdministrationRefusal>>;

async function told<T>(made: Made<T>, tell: (value: T) => Omit<Administered, '__typename'>) {
  const outcome = await made;
  return outcome.ok ? { __typename: 'Administered' as const, ...tell(outcome.value) } : refused(outcome.error);
}

interface Keyed {
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** Makes a change once per key; it holds when its transaction is committed. */
async function administer(
  context: RequestContext,
  { operation, args }: { readonly operation: string; readonly args: Keyed },
  make: (asked: Required<Asked>) => Promise<Administered | RefusedView>,
): Promise<Administered | RefusedView> {
  const { idempotencyKey: key, ...asked } = args;
  const once = { operation, key, asked };
  try {
    return await context.once(once, (tx) => make({ actor: actorOf(context), reason: asked.reason, tx }));
  } finally {
    context.graph.administration.noticed();
  }
}

const SCOPED = 'BEYOND_OWN_SCOPE, OWN_ACCOUNT, TEXT_REQUIRED, BAD_USER_INPUT';
const REASON = '事由 why; kept in the history';
const EXPECTED = '预期版本 the version that was seen; null: it is new (an organisation of the pack has version 0)';

export function defineAdministrationWork(builder: GraphBuilder, refs: WorkRefs): void {
  const type = defineResult(builder, refs);
  const OrganisationInput = defineOrganisationInput(builder);
  const AccountInput = defineAccountInput(builder);
  const SuspensionInput = defineSuspensionInput(builder, refs.Target);
  const RevocationInput = defineRevocationInput(builder);
  builder.mutationFields((t) => {
    const common = {
      reason: t.arg.string({ required: true, access, description: REASON }),
      idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
    };
    const expectedVersion = t.arg.int({ access, description: EXPECTED });
    return {
      saveOrganisation: t.field({
        type,
        access,
        description: `登记或变更机构 registers or changes an organisation. Refused: CONFLICT, NOT_FOUND, LAST_ADMINISTRATOR, ${SCOPED}`,
        args: {
          input: t.arg({ type: OrganisationInput, required: true, access, description: '机构 all of its record' }),
          expectedVersion,
          ...common,
        },
        resolve: (_root, args, context) =>
          administer(context, { operation: 'saveOrganisation', args }, (asked) => {
            const change = { ...asked, expectedVersion: args.expectedVersion ?? null, form: args.input };
            return told(context.graph.administration.saveOrganisation(change), (organisation) => ({ organisation }));
          }),
      }),
      saveAccount: t.field({
        type,
        access,
        description: `登记或变更账户 registers or changes a person or system. Refused: CONFLICT, NOT_FOUND, ROLE_NOT_HELD_BY, ALREADY_REGISTERED, ISSUER_NOT_BELIEVED, LAST_ADMINISTRATOR, ${SCOPED}`,
        args: {
          input: t.arg({ type: AccountInput, required: true, access, description: '账户 all of its record' }),
          expectedVersion,
          ...common,
        },
        resolve: (_root, args, context) =>
          administer(context, { operation: 'saveAccount', args }, (asked) => {
            const change = { ...asked, expectedVersion: args.expectedVersion ?? null, form: args.input };
            return told(context.graph.administration.saveAccount(change), (account) => ({ account }));
          }),
      }),
      suspendDataClass: t.field({
        type,
        access,
        description: `暂停提供 suspends a data class for an organisation, a role or an account. Refused: CLASS_NOT_SUSPENDABLE, NOT_FOUND, ${SCOPED}`,
        args: {
          input: t.arg({ type: SuspensionInput, required: true, access, description: '暂停 what, for whom, how long' }),
          ...common,
        },
        resolve: (_root, args, context) =>
          administer(context, { operation: 'suspendDataClass', args }, (asked) => {
            const until = args.input.until == null ? null : momentOf(args.input.until);
            const change = { ...asked, form: { ...args.input, until } };
            return told(context.graph.administration.suspendClass(change), (made) => ({
              suspension: keptSuspension(made),
            }));
          }),
      }),
      liftSuspension: t.field({
        type,
        access,
        description: `恢复提供 lifts a suspension before its time. Refused: NOT_FOUND, ${SCOPED}`,
        args: { id: t.arg.id({ required: true, access, description: '暂停编号 id of the suspension' }), ...common },
        resolve: (_root, args, context) =>
          administer(context, { operation: 'liftSuspension', args }, (asked) => {
            const id = Number(readId('classSuspension', args.id));
            return told(context.graph.administration.liftSuspension(id, asked), (made) => ({
              suspension: keptSuspension(made),
            }));
          }),
      }),
      revokeTokens: t.field({
        type,
        access,
        description: `吊销令牌 refuses a token, a session, or all tokens a subject was given up to now. Refused: ISSUER_NOT_BELIEVED, ${SCOPED}`,
        args: {
          input: t.arg({ type: RevocationInput, required: true, access, description: '吊销 whose tokens' }),
          ...common,
        },
        resolve: (_root, args, context) =>
          administer(context, { operation: 'revokeTokens', args }, (asked) => {
            const of: TokenRevocation = args.input;
            return told(context.graph.administration.revokeTokens(of, asked), () => ({}));
          }),
      }),
    };
  });
}
