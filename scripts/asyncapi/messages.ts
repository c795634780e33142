/** The messages of the AsyncAPI document, out of the event definitions. */
import { z } from 'zod';
import { OPERATION_RECORDS, PROFILE_RECORDS } from '../../schema/records/record-fields.ts';
import { CHANGE_TYPES, type ChangeType } from '../../src/kernel/change.ts';
import {
  CHANGE_WORDS,
  changeEventOf,
  changeFields,
  DETAIL_WORDS,
  type Detail,
  EVENT_CONTENT_TYPE,
  SUBSCRIPTIONS,
  testEventSchema,
  webhookHeaders,
} from '../../src/modules/delivery/index.ts';

type Json = Readonly<Record<string, unknown>>;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
const schemaRef = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-7' });
  return rest;
}

/** A record that may be absent: the description stays beside the reference. */
function recordOrNull(type: ChangeType, description: unknown): Json {
  const fragment = { ...OPERATION_RECORDS, ...PROFILE_RECORDS }[type]?.fragment;
  const record = fragment === undefined ? { type: 'object' } : schemaRef(fragment);
  return { description, oneOf: [record, { type: 'null' }] };
}

function payloadOf(type: ChangeType, detail: Detail): Json {
  const schema = jsonSchema(changeEventOf(type, detail)) as {
    properties: { data: { properties: Record<string, Json> } };
  };
  const { properties } = schema.properties.data;
  if (detail === 'FAT') properties.record = recordOrNull(type, properties.record?.description);
  return schema;
}

function changeMessage(type: ChangeType, detail: Detail): [string, Json] {
  const name = `${CHANGE_WORDS[type].collection}${capital(detail)}`;
  return [
    name,
    {
      name,
      title: `${CHANGE_WORDS[type].title} (${detail})`,
      summary: DETAIL_WORDS[detail],
      contentType: EVENT_CONTENT_TYPE,
      headers: schemaRef('WebhookHeaders'),
      payload: payloadOf(type, detail),
      correlationId: { description: '消息编号 equals the event’s id', location: '$message.header#/webhook-id' },
    },
  ];
}

/** What a webhook's receiver is sent. */
export function webhookMessages(): Readonly<Record<string, Json>> {
  const details = Object.keys(DETAIL_WORDS) as Detail[];
  return Object.fromEntries([
    ...CHANGE_TYPES.flatMap((type) => details.map((detail) => changeMessage(type, detail))),
    [
      'webhookTested',
      {
        name: 'webhookTested',
        title: '试推 shows that the endpoint can be reached and checks signatures',
        contentType: EVENT_CONTENT_TYPE,
        headers: schemaRef('WebhookHeaders'),
        payload: jsonSchema(testEventSchema),
      },
    ],
  ]);
}

/** The answer of a subscription that selects everything a record has. */
function toldSchema(name: keyof typeof SUBSCRIPTIONS): Json {
  const { follows, holds } = SUBSCRIPTIONS[name];
  const [[field, description] = []] = Object.entries<string>(holds);
  const { cursor, id } = changeFields;
  const kinds = Object.keys(CHANGE_WORDS[follows].kinds);
  const about = follows === 'HOUSEHOLD' ? { id: jsonSchema(id) } : { kind: { type: 'string', enum: kinds } };
  const properties = { cursor: jsonSchema(cursor), ...about, [field ?? '']: recordOrNull(follows, description) };
  return { type: 'object', properties: { [name]: { type: ['object', 'null'], properties, required: ['cursor'] } } };
}

/** What a subscriber is told, for each subscription; a subscription may select fewer fields, or others. */
export function toldSchemas(): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    (Object.keys(SUBSCRIPTIONS) as (keyof typeof SUBSCRIPTIONS)[]).map((name) => [
      name,
      { ...toldSchema(name), description: SUBSCRIPTIONS[name].title },
    ]),
  );
}

/** An edge of the feed, `changes`. */
export const edgeSchema = (): Json => jsonSchema(z.strictObject(changeFields).describe('变更 one edge of `changes`'));

export const headersSchema = (): Json => jsonSchema(webhookHeaders);
