/** The AsyncAPI 3 document: how webhooks and subscriptions reach those who follow the hub, and what they say. */
import type { GraphQLSchema } from 'graphql';
import { OPERATION_RECORDS, PROFILE_RECORDS } from '../../schema/records/record-fields.ts';
import { edgeSchema, headersSchema, toldSchemas, webhookMessages } from './messages.ts';
import { fragmentSchemas } from './record-schema.ts';
import { GRAPHQL_ERROR, SOCKET_MESSAGES, STREAM_MESSAGES } from './streams.ts';

type Json = Readonly<Record<string, unknown>>;
type Messages = Readonly<Record<string, Json>>;

const referTo = (path: string): Json => ({ $ref: `#/${path}` });
const prefixed = (prefix: string, messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([name, message]) => [prefix + name, message]));
const references = (messages: Messages): Messages =>
  Object.fromEntries(Object.keys(messages).map((name) => [name, referTo(`components/messages/${name}`)]));

const messagesIn = (channel: string, messages: Messages): Json => ({
  channel: referTo(`channels/${channel}`),
  messages: Object.keys(messages).map((name) => referTo(`channels/${channel}/messages/${name}`)),
});

function records(schema: GraphQLSchema): Messages {
  const sources = Object.values({ ...OPERATION_RECORDS, ...PROFILE_RECORDS });
  return Object.assign({}, ...sources.map(({ document }) => fragmentSchemas(schema, document)));
}

const TOKEN = [referTo('components/securitySchemes/accessToken')];

const SERVERS = {
  hub: {
    host: 'hub.example.gov.cn',
    protocol: 'https',
    description: '平台 event streams (graphql-sse, distinct connections mode)',
    security: TOKEN,
  },
  hubSockets: {
    host: 'hub.example.gov.cn',
    protocol: 'wss',
    protocolVersion: '13',
    description: '平台 WebSockets, subprotocol graphql-transport-ws; the token stands in connection_init',
  },
  receiver: {
    host: '{receiver}',
    protocol: 'https',
    description: '接收方 a partner’s system, as entered with createWebhook',
    security: [referTo('components/securitySchemes/webhookSignature')],
    variables: { receiver: { description: '接收方地址 host of the endpoint', examples: ['warehouse.example.gov.cn'] } },
  },
};

const SECURITY_SCHEMES = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: '访问令牌 with the header Wanjia-Purpose, and Wanjia-Case where a case is worked on',
  },
  webhookSignature: {
    type: 'httpApiKey',
    in: 'header',
    name: 'webhook-signature',
    description: '签名 Standard Webhooks, over id.timestamp.body with the endpoint’s secret',
  },
};

function channelsOf(webhooks: Messages, sockets: Messages, streams: Messages): Json {
  return {
    webhook: {
      address: null,
      title: '推送 webhooks',
      description: '推送 the path is the endpoint’s own; at least once, in order per household',
      servers: [referTo('servers/receiver')],
      messages: references(webhooks),
    },
    sockets: {
      address: '/graphql',
      title: '订阅(WebSocket) subscriptions over graphql-transport-ws',
      servers: [referTo('servers/hubSockets')],
      messages: references(sockets),
      bindings: { ws: { method: 'GET', bindingVersion: '0.1.0' } },
    },
    eventStreams: {
      address: '/graphql/stream',
      title: '订阅(SSE) subscriptions over graphql-sse',
      servers: [referTo('servers/hub')],
      messages: references(streams),
    },
  };
}

const post = { http: { method: 'POST', bindingVersion: '0.3.0' } };

/** The whole document. */
export function asyncApiDocument(schema: GraphQLSchema, version: string): Json {
  const webhooks = webhookMessages();
  const [asked, told] = [prefixed('socket.', SOCKET_MESSAGES.subscriber), prefixed('socket.', SOCKET_MESSAGES.hub)];
  const [posted, streamed] = [
    prefixed('stream.', STREAM_MESSAGES.subscriber),
    prefixed('stream.', STREAM_MESSAGES.hub),
  ];
  const [sockets, streams] = [
    { ...asked, ...told },
    { ...posted, ...streamed },
  ];
  const subscribed = toldSchemas();
  return {
    asyncapi: '3.0.0',
    info: {
      title: '万家 Wanjia: events',
      version,
      description:
        '事件 what the hub tells, by webhook and by subscription; cursors of one are good for the feed `changes`',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    servers: SERVERS,
    channels: channelsOf(webhooks, sockets, streams),
    operations: {
      sendEvent: {
        action: 'send',
        summary: '推送事件 the hub posts an event; the receiver answers 2xx within 15 seconds',
        ...messagesIn('webhook', webhooks),
        bindings: post,
      },
      takeSubscription: { action: 'receive', summary: '接受订阅 over a WebSocket', ...messagesIn('sockets', asked) },
      tellSubscriber: { action: 'send', summary: '告知订阅者 over a WebSocket', ...messagesIn('sockets', told) },
      takeStream: {
        action: 'receive',
        summary: '接受订阅 over an event stream',
        ...messagesIn('eventStreams', posted),
        bindings: post,
      },
      tellStream: {
        action: 'send',
        summary: '告知订阅者 over an event stream',
        ...messagesIn('eventStreams', streamed),
      },
    },
    components: {
      securitySchemes: SECURITY_SCHEMES,
      messages: { ...webhooks, ...sockets, ...streams },
      schemas: {
        WebhookHeaders: headersSchema(),
        FeedEdge: edgeSchema(),
        ...subscribed,
        SubscriptionData: {
          oneOf: [...Object.keys(subscribed).map((name) => referTo(`components/schemas/${name}`)), { type: 'null' }],
        },
        GraphQLError: GRAPHQL_ERROR,
        ...records(schema),
      },
    },
  };
}
