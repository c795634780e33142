import { AGENCY_VARIABLES } from './agency-variables.ts';
import { address, addressRanges, oneOf, secureAddress, secureAddresses, text, wholeNumber } from './readers.ts';
import { type VariableGroup, variable } from './variable.ts';

const RUNNING = {
  WANJIA_HOME: variable({
    schema: text(),
    expected: 'a folder',
    fallback: '.wanjia',
    about: 'The folder for the embedded database, keys, archives and drop folders; a relative one lies in the project.',
  }),
  HOST: variable({
    schema: text(),
    expected: 'a host name or address to listen on',
    fallback: '127.0.0.1',
    about: 'The address the hub listens on; `0.0.0.0` opens it to other machines.',
  }),
  PORT: variable({
    schema: wholeNumber(0, 65_535),
    expected: 'a whole number from 0 to 65535',
    fallback: '4000',
    about: 'The port of the hub; `--port` goes before it, 0 takes a free one.',
  }),
  WANJIA_PUBLIC_URL: variable({
    schema: address('https', 'http'),
    expected: 'an address like https://wanjia.example.gov.cn',
    about: 'How clients reach the hub, where a proxy stands before it; links to files and in webhooks begin with it.',
  }),
  WANJIA_CONSOLE_URL: variable({
    schema: address('https', 'http'),
    expected: 'an address like https://console.wanjia.example.gov.cn',
    about:
      'Where the staff’s console is served: messages link to its pages /alerts and /alerts/<id of the alert>. Without it they link to nothing.',
  }),
  WANJIA_LOG_LEVEL: variable({
    schema: oneOf(['debug', 'info', 'warn', 'error', 'silent']),
    expected: 'debug, info, warn, error or silent',
    fallback: 'info',
    about: 'How much the log tells. Lines of JSON go to standard error: counts and ids, never records.',
  }),
  WANJIA_JOB_CONCURRENCY: variable({
    schema: wholeNumber(1, 64),
    expected: 'a whole number from 1 to 64',
    fallback: '2',
    about: 'How many jobs one process runs at the same time.',
  }),
} as const;

const SERVERS = {
  DATABASE_URL: variable({
    schema: address('postgresql', 'postgres'),
    expected: 'an address like postgresql://user:password@host:5432/database',
    about: 'A PostgreSQL server (16 or newer) instead of the embedded one.',
    secret: true,
  }),
  REDIS_URL: variable({
    schema: address('redis', 'rediss'),
    expected: 'an address like redis://host:6379',
    about: 'A Redis or Valkey server for the jobs; without it they are kept in PostgreSQL.',
    secret: true,
  }),
} as const;

const SIGN_IN = {
  WANJIA_ISSUER: variable({
    schema: secureAddresses(),
    expected:
      'one or more addresses like https://identity.example.gov.cn, separated by blanks (http: this machine only)',
    about: "Who signs the tokens, exactly as their `iss` says it. Once set, the demo's own issuer is off.",
  }),
  WANJIA_JWKS_URL: variable({
    schema: secureAddress(),
    expected: 'an address like https://identity.example.gov.cn/jwks.json',
    about: "Where the issuer's public keys are read, where it does not describe itself (OpenID Discovery).",
  }),
  WANJIA_AUDIENCE: variable({
    schema: text(),
    expected: 'a name',
    fallback: 'wanjia',
    about: 'For whom a token must be made out (`aud`).',
  }),
  WANJIA_CLOCK_SKEW_SECONDS: variable({
    schema: wholeNumber(0, 300),
    expected: 'a number of seconds from 0 to 300',
    fallback: '30',
    about: "How far the issuer's clock may differ from the hub's.",
  }),
  WANJIA_CLAIM_ORGANISATION: variable({
    schema: text(),
    expected: 'the name of a claim, or a path like `resource_access.wanjia.organisation`',
    about: "The claim that must name the account's organisation; without it tokens are not asked.",
  }),
  WANJIA_CLAIM_ROLES: variable({
    schema: text(),
    expected: 'the name of a claim, or a path like `realm_access.roles`',
    about: 'The claim whose roles narrow those on record; it never adds any. Without it tokens are not asked.',
  }),
  WANJIA_CLAIM_DIVISIONS: variable({
    schema: text(),
    expected: 'the name of a claim, or a path',
    about: 'The claim whose division codes narrow those on record; it never adds any. Without it tokens are not asked.',
  }),
  WANJIA_INTROSPECTION_CLIENT_ID: variable({
    schema: text(),
    expected: 'the name the issuer gave the hub',
    about: 'Has the issuer asked about every token (RFC 7662), so that what it revokes is refused within 30 seconds.',
  }),
  WANJIA_INTROSPECTION_CLIENT_SECRET: variable({
    schema: text(),
    expected: 'the secret the issuer gave the hub',
    about: 'Goes with it.',
    secret: true,
  }),
} as const;

/** For commands that are clients of a hub, such as `wanjia warehouse sync`. */
const CLIENT = {
  WANJIA_HUB_URL: variable({
    schema: secureAddress(),
    expected: 'an address like https://hub.example.gov.cn/graphql (http: this machine only)',
    fallback: 'http://localhost:4000/graphql',
    about: 'The hub that a client command asks, and that `subgraph` and `gateway` belong to.',
  }),
  WANJIA_PURPOSE: variable({
    schema: text(),
    expected: 'a purpose',
    fallback: 'operations',
    about: 'For what a client command asks (使用目的).',
  }),
  WANJIA_TOKEN: variable({
    schema: text(),
    expected: 'an access token',
    about: 'Signs a client command in until it ends; for what runs longer, use the credentials below.',
    secret: true,
  }),
  WANJIA_TOKEN_URL: variable({
    schema: secureAddress(),
    expected: 'an address like https://identity.example.gov.cn/token',
    about:
      "The identity provider's token endpoint, where a client command signs in by itself (OAuth client credentials).",
  }),
  WANJIA_CLIENT_ID: variable({ schema: text(), expected: 'the name of a client', about: 'Goes with it.' }),
  WANJIA_CLIENT_SECRET: variable({
    schema: text(),
    expected: 'the secret of the client',
    about: 'Goes with it.',
    secret: true,
  }),
  WANJIA_CLIENT_SCOPE: variable({
    schema: text(),
    expected: 'scopes, separated by blanks',
    about: 'What the client asks the identity provider for, if it wants to be told.',
  }),
} as const;

const RETENTION = {
  WANJIA_ARCHIVE_DAYS: variable({
    schema: wholeNumber(1, 36_500),
    expected: 'a number of days from 1 to 36500',
    fallback: '730',
    about: 'How long delivered batches are kept, so that they can be replayed. They hold personal values.',
  }),
  WANJIA_QUARANTINE_DAYS: variable({
    schema: wholeNumber(1, 36_500),
    expected: 'a number of days from 1 to 36500',
    fallback: '180',
    about: 'How long the raw row of a quarantined record is kept; its account and reasons stay.',
  }),
  WANJIA_DISCLOSURE_YEARS: variable({
    schema: wholeNumber(3, 100),
    expected: 'a number of years from 3 to 100',
    fallback: '3',
    about: 'How long the log of who read what is kept (政务数据共享条例 art. 29: three years at least).',
  }),
  WANJIA_CHANGE_DAYS: variable({
    schema: wholeNumber(1, 36_500),
    expected: 'a number of days from 1 to 36500',
    fallback: '90',
    about:
      'How long every change of the feed is kept. Older cursors are refused; of older changes the newest of each entity stays.',
  }),
} as const;

const EXPORTS = {
  WANJIA_EXPORT_FOLDER: variable({
    schema: text(),
    expected: 'a folder that all processes of the hub see',
    about: 'Where the files of exports are kept, sealed; absent: `exports` in the home folder.',
  }),
  WANJIA_EXPORT_S3_URL: variable({
    schema: address('https', 'http'),
    expected: 'an address like https://key:secret@s3.example.gov.cn/bucket/folder?region=cn-east',
    about: 'An S3-compatible store for the files instead of a folder.',
    secret: true,
  }),
} as const;

const DEMO = {
  WANJIA_DEMO_PERSONS: variable({
    schema: wholeNumber(100, 2_000_000),
    expected: 'a whole number from 100 to 2000000',
    fallback: '3000',
    about: 'How many people live in the demo district.',
  }),
  WANJIA_DEMO_SEED: variable({
    schema: wholeNumber(0, 4_294_967_295),
    expected: 'a whole number from 0 to 4294967295',
    fallback: '310105',
    about: 'Which demo district: the same seed gives the same people.',
  }),
} as const;

const SUBGRAPH = {
  WANJIA_HUB_TOKEN_FILE: variable({
    schema: text(),
    expected: 'a file',
    about:
      'For `subgraph`: a file with a token of the agency’s client, read anew at every use; something else keeps it fresh.',
  }),
} as const;

const MESSAGES = {
  WANJIA_PUBLIC_HOST: variable({
    schema: text(),
    expected: 'a host name such as wanjia.example.gov.cn',
    fallback: 'localhost',
    about: 'How the hub names itself to receivers of webhooks, and in the ids of e-mails.',
  }),
  WANJIA_SMTP_URL: variable({
    schema: address('smtps', 'smtp'),
    expected: 'an address like smtps://user:password@mail.example.gov.cn:465, or smtp://…:587',
    about: 'The mail server that messages go through; without it there is no e-mail.',
    secret: true,
  }),
  WANJIA_SMTP_FROM: variable({
    schema: text(),
    expected: 'a mailbox such as 万家平台 <wanjia@example.gov.cn>',
    about: 'Whom e-mail comes from.',
  }),
  WANJIA_SMTP_TLS: variable({
    schema: oneOf(['required', 'offered']),
    expected: 'required or offered',
    fallback: 'required',
    about:
      'Whether mail servers without TLS are refused. Certificates are checked either way; NODE_EXTRA_CA_CERTS names those of an own authority.',
  }),
  WANJIA_WEBHOOK_ALLOWED_ADDRESSES: variable({
    schema: addressRanges(),
    expected: 'addresses or CIDR ranges, separated by commas',
    fallback: '',
    about:
      'Private addresses that webhooks and robots may be sent to all the same. Once any is named, receivers without TLS are taken too.',
  }),
} as const;

const LIMITS = {
  WANJIA_LIMIT_BODY_BYTES: variable({
    schema: wholeNumber(1_024, 104_857_600),
    expected: 'a number of bytes from 1024 to 104857600',
    fallback: '1048576',
    about: 'The longest request that is read.',
  }),
  WANJIA_LIMIT_DEPTH: variable({
    schema: wholeNumber(1, 100),
    expected: 'a whole number from 1 to 100',
    fallback: '15',
    about: 'How deep a GraphQL operation may nest.',
  }),
  WANJIA_LIMIT_COST: variable({
    schema: wholeNumber(1, 10_000_000),
    expected: 'a whole number from 1 to 10000000',
    fallback: '300000',
    about: 'How many fields a GraphQL operation may ask for in all, lists counted by their length.',
  }),
  WANJIA_LIMIT_ALIASES: variable({
    schema: wholeNumber(1, 1_000),
    expected: 'a whole number from 1 to 1000',
    fallback: '40',
    about: 'How many aliases and root fields a GraphQL operation may use.',
  }),
  WANJIA_DOCUMENTS: variable({
    schema: oneOf(['any', 'registered']),
    expected: 'any or registered',
    fallback: 'any',
    about:
      'Which GraphQL operations are answered: any, or only those that the caller’s organisation has registered (可信文档) and the hub’s own.',
  }),
  WANJIA_LIMIT_UNDER_WAY: variable({
    schema: wholeNumber(1, 1_000_000),
    expected: 'a whole number from 1 to 1000000',
    fallback: '5000',
    about: 'How many answers may wait for the disclosure log at once; beyond it reading is refused, never unlogged.',
  }),
  WANJIA_LIMIT_STREAMS: variable({
    schema: wholeNumber(1, 100_000),
    expected: 'a whole number from 1 to 100000',
    fallback: '10000',
    about: 'How many subscriptions may be open in one process.',
  }),
  WANJIA_LIMIT_STREAMS_PER_CALLER: variable({
    schema: wholeNumber(1, 100_000),
    expected: 'a whole number from 1 to 100000',
    fallback: '100',
    about: 'How many of them one caller may have.',
  }),
  WANJIA_STREAM_RECHECK_SECONDS: variable({
    schema: wholeNumber(1, 300),
    expected: 'a number of seconds from 1 to 300',
    fallback: '10',
    about:
      'How soon a subscription without events notices that its token ended or was revoked. Events are always checked.',
  }),
} as const;

/** Every variable the hub reads, beside those of the agencies. */
export const VARIABLES = {
  ...RUNNING,
  ...SERVERS,
  ...SIGN_IN,
  ...RETENTION,
  ...EXPORTS,
  ...CLIENT,
  ...DEMO,
  ...MESSAGES,
  ...SUBGRAPH,
  ...LIMITS,
} as const;

/** The same, as the documentation arranges them. */
export const VARIABLE_GROUPS: readonly VariableGroup[] = [
  { title: 'Running', about: 'Where the hub keeps its things and how it is reached.', variables: RUNNING },
  { title: 'Servers', about: 'Both are optional: without them everything runs on one machine.', variables: SERVERS },
  { title: 'Sign-in', about: "Without an issuer the hub signs the demo's tokens itself.", variables: SIGN_IN },
  { title: 'Retention', about: 'What is kept for a time only.', variables: RETENTION },
  { title: 'Messages', about: 'What the hub sends by itself, and where to.', variables: MESSAGES },
  { title: 'Exports', about: 'Files that callers asked for, until they expire.', variables: EXPORTS },
  {
    title: 'Client commands',
    about: 'For commands that ask a hub as everybody does, over its API: `wanjia warehouse sync`.',
    variables: CLIENT,
  },
  { title: 'Demo district', about: 'Not used with `--empty`.', variables: DEMO },
  {
    title: 'Agencies',
    about: 'An agency is synchronised once its address or folder is set; in the demo the simulated ones stand in.',
    variables: AGENCY_VARIABLES,
  },
  {
    title: 'In parts',
    about: 'Only where agencies run their own part; the gateway has settings of its own, see `gateway/README.md`.',
    variables: SUBGRAPH,
  },
  { title: 'Limits', about: 'What a client may ask for at once.', variables: LIMITS },
];
