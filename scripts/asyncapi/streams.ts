/** The protocols of subscriptions: graphql-transport-ws and graphql-sse, as messages of the AsyncAPI document. */

type Json = Readonly<Record<string, unknown>>;

const text = (description: string): Json => ({ type: 'string', description });
const ID = text('订阅编号 chosen by the subscriber, once per connection');

/** What is asked: a GraphQL subscription. */
const ASKED = {
  type: 'object',
  description: '订阅请求 one subscription',
  properties: {
    query: text('订阅 the text of one of the subscriptions'),
    operationName: { type: ['string', 'null'] },
    variables: { type: ['object', 'null'], description: '变量 such as after, the cursor to go on from' },
    extensions: {
      type: ['object', 'null'],
      properties: {
        tellPlace: {
          type: 'boolean',
          description:
            '起点 true: before any event comes one without data, whose extensions.place is the cursor it begins at',
        },
      },
    },
  },
  required: ['query'],
};

const TOLD = {
  type: 'object',
  description: '事件 one event; extensions.access names what was held back and why',
  properties: {
    data: { $ref: '#/components/schemas/SubscriptionData' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/GraphQLError' } },
    extensions: {
      type: 'object',
      properties: { place: text('起点 where the subscription begins: no event, told only if it was asked for') },
    },
  },
};

function message(
  type: string,
  title: string,
  rest: { readonly properties?: Json; readonly required?: string[] },
): Json {
  const required = ['type', ...(rest.required ?? [])];
  const properties = { type: { const: type }, ...rest.properties };
  return { name: type, title, contentType: 'application/json', payload: { type: 'object', properties, required } };
}

const IDENTITY = {
  type: 'object',
  description: '身份 who asks, and for what',
  properties: {
    authorization: text('令牌 Bearer and an access token'),
    purpose: text('使用目的 as the header Wanjia-Purpose'),
    case: text('个案 as the header Wanjia-Case'),
  },
  required: ['authorization'],
};

/** What a WebSocket carries, by who says it. */
export const SOCKET_MESSAGES: Readonly<Record<'subscriber' | 'hub', Readonly<Record<string, Json>>>> = {
  subscriber: {
    connectionInit: message('connection_init', '连接 says who asks', {
      properties: { payload: IDENTITY },
      required: ['payload'],
    }),
    subscribe: message('subscribe', '订阅 begins, or goes on behind a cursor', {
      properties: { id: ID, payload: ASKED },
      required: ['id', 'payload'],
    }),
  },
  hub: {
    connectionAck: message('connection_ack', '已连接 the connection may subscribe', {}),
    next: message('next', '事件 one event', { properties: { id: ID, payload: TOLD }, required: ['id', 'payload'] }),
    error: message('error', '未能订阅 why there is no subscription', {
      properties: { id: ID, payload: { type: 'array', items: { $ref: '#/components/schemas/GraphQLError' } } },
      required: ['id', 'payload'],
    }),
    complete: message('complete', '结束 nothing more comes', { properties: { id: ID }, required: ['id'] }),
  },
};

/** What an event stream in distinct connections mode carries; `event:` is the message's name. */
export const STREAM_MESSAGES: typeof SOCKET_MESSAGES = {
  subscriber: {
    request: { name: 'request', title: '订阅 the body of the POST', contentType: 'application/json', payload: ASKED },
  },
  hub: {
    next: { name: 'next', title: '事件 `event: next`', contentType: 'application/json', payload: TOLD },
    complete: { name: 'complete', title: '结束 `event: complete`', contentType: 'application/json', payload: {} },
  },
};

export const GRAPHQL_ERROR: Json = {
  type: 'object',
  description: '错误 in Chinese and English, with a stable code',
  properties: {
    message: { type: 'string' },
    extensions: {
      type: 'object',
      properties: {
        code: text('错误代码 such as CURSOR_EXPIRED, FORBIDDEN, UNAUTHENTICATED, SLOW_READER'),
        suggestion: text('建议 what to do next'),
      },
    },
  },
  required: ['message'],
};
