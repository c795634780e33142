/** What a gateway sends, made by hand: a part of an operation with its original, and entities by their passes. */
import type { SignedErrand } from '../../src/modules/access/index.ts';
import type { ServedHub } from './served-hub.ts';

export interface Sent<T> {
  readonly status: number;
  readonly data: T | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly access?: unknown; readonly errand?: SignedErrand };
}

export interface Part {
  readonly persona: string;
  readonly purpose: string;
  readonly query: string;
  /** Absent: the request says of no operation that it is part of it. */
  readonly original?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

async function post<T>(url: string, headers: Readonly<Record<string, string>>, body: object): Promise<Sent<T>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) } as Sent<T>;
}

/** Asks the hub's subgraph, as a gateway does with its caller's credentials. */
export async function askPart<T>({ url, tokenOf }: ServedHub, part: Part): Promise<Sent<T>> {
  const { persona, purpose, query, original, variables } = part;
  const headers = { authorization: `Bearer ${await tokenOf(persona)}`, 'wanjia-purpose': purpose };
  const extensions = original === undefined ? {} : { extensions: { original: { query: original, variables } } };
  return post(url.replace('/graphql', '/federation/graphql'), headers, { query, variables, ...extensions });
}

/** Asks an agency for persons by their passes. */
export function askEntities<T>(
  url: string,
  asked: {
    readonly errand: SignedErrand | undefined;
    readonly pass: string;
    readonly passes: readonly (string | null)[];
    readonly selection: string;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Promise<Sent<{ readonly _entities: readonly (T | null)[] }>> {
  const { errand, pass, passes, selection, headers = {} } = asked;
  const [list] = Object.values(errand?.passes ?? {});
  return post(
    url,
    { ...headers, ...(errand === undefined ? {} : { authorization: `Bearer ${errand.token}` }) },
    {
      extensions: { passes: list },
      query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { ${selection} } } }`,
      variables: { representations: passes.map((token) => ({ __typename: 'Person', [pass]: token })) },
    },
  );
}
