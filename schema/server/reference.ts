/** Serves the reference 接口参考; it is made when somebody first asks for it. */
import type { GraphQLSchema } from 'graphql';
import type { AccessPolicy } from '../../src/modules/access/index.ts';
import { renderReference } from '../reference/page.ts';
import { type Handler, send } from './http-answers.ts';

/** Nothing is loaded from anywhere, and nothing runs. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function createReference(schema: GraphQLSchema, { words }: AccessPolicy): Handler {
  let page: string | undefined;
  return (_request, response) => {
    page ??= renderReference(schema, words.classes);
    send(response, 200, page, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY });
  };
}
