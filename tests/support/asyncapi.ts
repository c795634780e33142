/** The AsyncAPI document as a partner's tools read it. */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

interface AsyncApi {
  readonly components: { readonly messages: Readonly<Record<string, { readonly payload: object }>> };
}

export const asyncApi = parse(
  readFileSync(new URL('../../schema/generated/asyncapi.yaml', import.meta.url), 'utf8'),
) as AsyncApi;

export function validatorOf(schema: object): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.compile(schema);
}

/** Checks payloads of a message as the document describes them. */
export function payloadValidator(message: string): ValidateFunction {
  const payload = asyncApi.components.messages[message]?.payload;
  if (payload === undefined) throw new Error(`the document has no message ${message}`);
  return validatorOf({ ...payload, components: asyncApi.components });
}
