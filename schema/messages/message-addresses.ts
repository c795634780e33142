/** 提醒地址: where the staff are told of what waits for them, and what they chose to be told. */
import { encodeId } from '../../src/kernel/ids.ts';
import type {
  ADDRESS_STATES,
  AddressReach,
  MESSAGE_CHANNELS,
  MESSAGE_KINDS,
  MessageAddress,
} from '../../src/modules/messages/index.ts';
import type { GraphBuilder, GraphEnum, GraphObject } from '../builder.ts';
import type { RequestContext } from '../context.ts';

const access = 'message';

export interface MessageRefs {
  readonly MessageAddress: GraphObject<MessageAddress>;
  readonly Channel: GraphEnum<(typeof MESSAGE_CHANNELS)[number]>;
  readonly Kind: GraphEnum<(typeof MESSAGE_KINDS)[number]>;
}

function defineWords(builder: GraphBuilder) {
  return {
    Channel: builder.enumType('MessageChannel', {
      description: '消息渠道 how somebody is told',
      values: {
        EMAIL: { description: '电子邮件 e-mail' },
        WECOM: { description: '企业微信群机器人 robot of a WeCom group' },
        DINGTALK: { description: '钉钉自定义机器人 robot of a DingTalk group' },
      } satisfies Record<(typeof MESSAGE_CHANNELS)[number], object>,
    }),
    Kind: builder.enumType('MessageKind', {
      description: '消息种类 of what somebody is told',
      values: {
        DIGEST: { description: '每日摘要 once a day how things stand' },
        URGENT: { description: '紧急预警 an alert of a grave severity, or one that became so' },
        RUNNING_OUT: { description: '时限将至 an alert that nobody visited and whose time runs out' },
        PASSED_UP: { description: '逐级上报 an alert that nobody answered and that came to the next level' },
        EMERGENCY: { description: '紧急查阅 somebody opened a household in an emergency; for the auditor' },
      } satisfies Record<(typeof MESSAGE_KINDS)[number], object>,
    }),
    State: builder.enumType('MessageAddressState', {
      description: '地址状态 whether messages are sent to it',
      values: {
        UNVERIFIED: { description: '待验证 nobody has proven that it is theirs' },
        ACTIVE: { description: '接收中 messages are sent' },
        PAUSED: { description: '已暂停 by its owner' },
        DISABLED: { description: '已停用 it could not be reached for three days' },
      } satisfies Record<(typeof ADDRESS_STATES)[number], object>,
    }),
  };
}

/** Enough for its owner to know it again. */
export function maskedAddress({ channel, address }: Pick<MessageAddress, 'channel' | 'address'>): string {
  if (channel !== 'EMAIL') return new URL(address).host;
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}***${address.slice(at)}`;
}

/** A person's own addresses; for those who handle them, all of their organisation. */
export function addressReach({ caller, clearance }: RequestContext): AddressReach {
  const handles = clearance.settled('message-handling')?.kind === 'allow';
  return { organisation: caller.organisation, subject: handles ? null : caller.subject };
}

function defineAddress(
  builder: GraphBuilder,
  { Channel, Kind, State }: ReturnType<typeof defineWords>,
): GraphObject<MessageAddress> {
  return builder.objectRef<MessageAddress>('MessageAddress').implement({
    description: '提醒地址 where one of the staff, or a group of them, is told',
    fields: (t) => ({
      id: t.id({ access, description: '地址编号 id', resolve: ({ id }) => encodeId('messageAddress', BigInt(id)) }),
      subject: t.exposeString('subject', { access, description: '归属人 whose rights decide what is said' }),
      purpose: t.exposeString('purpose', { access, description: '用途 for which it is told' }),
      channel: t.expose('channel', { type: Channel, access, description: '消息渠道 how it is told' }),
      address: t.string({
        access,
        description: '地址(掩码) the mailbox masked, or the server of a robot',
        resolve: (address) => maskedAddress(address),
      }),
      audience: t.exposeStringList('audience', {
        access,
        description: '群成员角色 roles of a group’s members; empty: one person’s own address',
      }),
      kinds: t.expose('kinds', { type: [Kind], access, description: '消息种类 of what it is told' }),
      digestAt: t.exposeString('digestAt', { access, description: '摘要时间 such as 08:30; null: as the policy says' }),
      quietFrom: t.exposeString('quietFrom', { access, description: '免打扰开始 null: as the policy says' }),
      quietUntil: t.exposeString('quietUntil', { access, description: '免打扰结束 null: as the policy says' }),
      urgentInQuiet: t.exposeBoolean('urgentInQuiet', {
        access,
        description: '免打扰时段接收特急 whether what the policy lets pass may come in quiet hours',
      }),
      state: t.expose('state', { type: State, access, description: '地址状态 whether messages are sent' }),
      pending: t.int({
        access,
        description: '待送达数 messages that wait',
        resolve: async ({ id }, _args, { graph }) => (await graph.messages.backlog(id)).pending,
      }),
      dead: t.int({
        access,
        description: '已放弃数 messages that were given up',
        resolve: async ({ id }, _args, { graph }) => (await graph.messages.backlog(id)).dead,
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', access, description: '登记时间 when it was entered' }),
      version: t.exposeInt('version', { access, description: '版本 grows with every change' }),
    }),
  });
}

export function defineMessageAddresses(builder: GraphBuilder): MessageRefs {
  const words = defineWords(builder);
  const Address = defineAddress(builder, words);
  builder.queryFields((t) => ({
    messageAddresses: t.field({
      type: [Address],
      access,
      description: '提醒地址列表 the caller’s own; for those who handle them, all of the organisation',
      resolve: async (_root, _args, context) => [...(await context.graph.messages.list(addressReach(context)))],
    }),
  }));
  return { MessageAddress: Address, Channel: words.Channel, Kind: words.Kind };
}
