/** What people do with the addresses at which they are told. */
import { WanjiaError } from '../../src/kernel/errors.ts';
import type { Result } from '../../src/kernel/result.ts';
import type { LastingCaller } from '../../src/modules/access/index.ts';
import { identityOfAccount } from '../../src/modules/administration/index.ts';
import type {
  AddressOrder,
  MessageAddress,
  MessageChannel,
  MessageKind,
  MessageRefusal,
  Preferences,
} from '../../src/modules/messages/index.ts';
import type { GraphBuilder, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { STRUCTURE } from '../data-class-plugin.ts';
import { readId } from '../shared/public-id.ts';
import { EXPECTED_VERSION, IDEMPOTENCY_KEY, type RefusedView, refused } from '../shared/refused.ts';
import { addressReach, type MessageRefs } from './message-addresses.ts';

const access = 'message';
const handling = 'message-handling';

interface AddressChanged {
  readonly __typename: 'MessageAddressChanged';
  readonly address: MessageAddress | null;
}

const refusal = (code: MessageRefusal): RefusedView => refused({ code, params: { what: 'address' } });

function changed(done: Result<MessageAddress | null, MessageRefusal>): AddressChanged | RefusedView {
  return done.ok ? { __typename: 'MessageAddressChanged', address: done.value } : refusal(done.error);
}

interface OrderArgs {
  readonly id: string;
  readonly expectedVersion?: number | null | undefined;
}

function orderOf({ id, expectedVersion }: OrderArgs, context: RequestContext): AddressOrder {
  return {
    id: Number(readId('messageAddress', id)),
    reach: addressReach(context),
    expectedVersion: expectedVersion ?? null,
  };
}

const askerOf = ({ caller: { organisation, subject } }: RequestContext): string => `${organisation} ${subject}`;

interface PreferencesGiven {
  readonly kinds: readonly MessageKind[];
  readonly digestAt?: string | null | undefined;
  readonly quietFrom?: string | null | undefined;
  readonly quietUntil?: string | null | undefined;
  readonly urgentInQuiet?: boolean | null | undefined;
}

function preferencesOf(given: PreferencesGiven): Preferences {
  const { kinds, digestAt = null, quietFrom = null, quietUntil = null, urgentInQuiet } = given;
  return { kinds, digestAt, quietFrom, quietUntil, urgentInQuiet: urgentInQuiet ?? true };
}

interface AddressGiven {
  readonly channel: MessageChannel;
  readonly address: string;
  readonly secret?: string | null | undefined;
  readonly audience?: readonly string[] | null | undefined;
  readonly account?: string | null | undefined;
  readonly preferences: PreferencesGiven;
}

/** The caller itself, or one of its organisation's people whom it enters an address for; null: there is nobody such. */
async function ownerOf(account: string | null, context: RequestContext): Promise<LastingCaller | null> {
  const { caller, purpose, graph } = context;
  const { organisation, subject, identity } = caller;
  if (account === null) {
    if (identity === undefined) throw new WanjiaError('FORBIDDEN', { what: 'Mutation.addMessageAddress' });
    return { organisation, subject, identity, purpose };
  }
  const found = await graph.administration.account(account);
  if (found === null || found.organisation !== organisation) return null;
  return { organisation, subject: found.handle, identity: identityOfAccount(found, context.now()), purpose };
}

async function knowsAudience(audience: readonly string[], { caller, graph }: RequestContext): Promise<boolean> {
  if (audience.length === 0) return true;
  const kind =
    (await graph.administration.organisation(caller.organisation))?.kind ??
    graph.policy.organisations.get(caller.organisation)?.kind;
  const holdable = kind === undefined ? new Set<string>() : graph.policy.rolesFor(kind);
  return audience.every((role) => graph.policy.roles.has(role) && holdable.has(role));
}

/** A robot speaks to a group: it says who is in it. A mailbox is one person's. */
async function add(given: AddressGiven, key: string, context: RequestContext): Promise<AddressChanged | RefusedView> {
  const { channel, address, secret = null, audience, account = null, preferences } = given;
  const members = audience ?? [];
  const asked = { ...given, purpose: context.purpose };
  const made = await context.once({ operation: 'addMessageAddress', key, asked }, async (tx) => {
    const owner = await ownerOf(account, context);
    if (owner === null) return refusal('NOT_FOUND');
    const robot = channel !== 'EMAIL';
    if (robot !== members.length > 0 || !(await knowsAudience(members, context)))
      return refused({
        code: 'BAD_USER_INPUT',
        params: { input: 'audience', expected: 'roles of its members, for a robot' },
      });
    const draft = { owner, channel, address, secret, audience: members, ...preferencesOf(preferences) };
    const done = await context.graph.messages.add(draft, tx);
    return done.ok ? ({ __typename: 'MessageAddressAdded', id: done.value.id } as const) : refusal(done.error);
  });
  if (made.__typename === 'Refused') return made;
  return changed({ ok: true, value: await context.graph.messages.find(made.id, addressReach(context)) });
}

function defineInputs(builder: GraphBuilder, { Channel, Kind }: MessageRefs) {
  const PreferencesInput = builder.inputType('MessagePreferences', {
    description: '接收设置 what an address is told, and when',
    fields: (t) => ({
      kinds: t.field({
        type: [Kind],
        required: true,
        access,
        description: '消息种类 of what it is told; empty: nothing',
      }),
      digestAt: t.string({ access, description: '摘要时间 such as 08:30; absent: as the policy says' }),
      quietFrom: t.string({ access, description: '免打扰开始 such as 20:00; absent: as the policy says' }),
      quietUntil: t.string({ access, description: '免打扰结束 such as 07:30; absent: as the policy says' }),
      urgentInQuiet: t.boolean({
        access,
        description: '免打扰时段接收特急 whether what the policy lets pass may come then; absent: it may',
      }),
    }),
  });
  const AddressInput = builder.inputType('MessageAddressInput', {
    description: '登记提醒地址 a new address; it is told with the rights and the purpose of this request',
    fields: (t) => ({
      channel: t.field({ type: Channel, required: true, access, description: '消息渠道 how it is told' }),
      address: t.string({
        required: true,
        access,
        sealedIn: ['message_address.address'],
        description: '地址 a mailbox, or the https address of a robot',
      }),
      secret: t.string({
        access: handling,
        sealedIn: ['message_address.secret'],
        description: '加签密钥 with which a DingTalk robot’s messages are signed',
      }),
      audience: t.stringList({
        access: handling,
        description: '群成员角色 roles of a robot’s group; it is told what each of them may see',
      }),
      account: t.string({ access: handling, description: '工号 whose address it is; absent: the caller’s own' }),
      preferences: t.field({ type: PreferencesInput, required: true, access, description: '接收设置 what it is told' }),
    }),
  });
  return { PreferencesInput, AddressInput };
}

export function defineMessageWork(builder: GraphBuilder, refs: MessageRefs, Refused: GraphObject<RefusedView>): void {
  const Changed = builder.objectRef<AddressChanged>('MessageAddressChanged').implement({
    description: '已办理 the work was done',
    fields: (t) => ({
      address: t.expose('address', {
        type: refs.MessageAddress,
        access,
        description: '提醒地址 as it stands now; null: it was removed',
      }),
    }),
  });
  const Outcome = builder.unionType('MessageAddressResult', {
    description: '办理结果 the address changed, or why not',
    types: [Changed, Refused],
    resolveType: (value) => value.__typename,
  });
  const { PreferencesInput, AddressInput } = defineInputs(builder, refs);
  builder.mutationFields((t) => {
    const id = t.arg.id({ required: true, access, description: '地址编号 id of the address' });
    const expectedVersion = t.arg.int({ access, description: EXPECTED_VERSION });
    const ordered = { id, expectedVersion };
    return {
      addMessageAddress: t.field({
        type: Outcome,
        access,
        description:
          '登记提醒地址 enters an address; a code is sent to it next. Refused: NOT_FOUND, BAD_USER_INPUT, MESSAGE_CHANNEL_OFF, MESSAGE_ADDRESS_INVALID, MESSAGE_ADDRESSES_FULL, MESSAGE_HOUR_INVALID',
        args: {
          input: t.arg({ type: AddressInput, required: true, access, description: '提醒地址 the address' }),
          idempotencyKey: t.arg.id({ required: true, access: STRUCTURE, description: IDEMPOTENCY_KEY }),
        },
        resolve: (_root, { input, idempotencyKey }, context) => add(input, idempotencyKey, context),
      }),
      sendMessageCode: t.field({
        type: Outcome,
        access,
        description:
          '发送验证码 sends a code of six digits to the address: once a minute, five a day to one mailbox, twenty a day for one caller. Refused: NOT_FOUND, CONFLICT, MESSAGE_CODE_TOO_SOON, MESSAGE_CODES_FULL, MESSAGE_CHANNEL_OFF, MESSAGE_NOT_HANDED',
        args: ordered,
        resolve: async (_root, args, context) =>
          changed(await context.graph.messages.sendCode(orderOf(args, context), askerOf(context))),
      }),
      confirmMessageAddress: t.field({
        type: Outcome,
        access,
        description:
          '确认提醒地址 begins to tell it; also after a pause or a stop. Five tries, half an hour. Refused: NOT_FOUND, CONFLICT, MESSAGE_CODE_WRONG',
        args: {
          ...ordered,
          code: t.arg.string({ required: true, access, description: '验证码 as it was sent to the address' }),
        },
        resolve: async (_root, { code, ...args }, context) =>
          changed(await context.graph.messages.confirm(orderOf(args, context), code)),
      }),
      setMessagePreferences: t.field({
        type: Outcome,
        access,
        description:
          '更改接收设置 what an address is told, and when. Refused: NOT_FOUND, CONFLICT, MESSAGE_HOUR_INVALID',
        args: {
          ...ordered,
          preferences: t.arg({ type: PreferencesInput, required: true, access, description: '接收设置 all of them' }),
        },
        resolve: async (_root, { preferences, ...args }, context) =>
          changed(await context.graph.messages.change(orderOf(args, context), preferencesOf(preferences))),
      }),
      pauseMessageAddress: t.field({
        type: Outcome,
        access,
        description:
          '暂停提醒 nothing is sent until a code is confirmed again. Refused: NOT_FOUND, CONFLICT, MESSAGE_ADDRESS_NOT_ACTIVE',
        args: ordered,
        resolve: async (_root, args, context) => changed(await context.graph.messages.pause(orderOf(args, context))),
      }),
      removeMessageAddress: t.field({
        type: Outcome,
        access,
        description: '删除提醒地址 with everything that waits for it. Refused: NOT_FOUND, CONFLICT',
        args: ordered,
        resolve: async (_root, args, context) => changed(await context.graph.messages.remove(orderOf(args, context))),
      }),
    };
  });
}
