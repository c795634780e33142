import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AgencySettings } from './agency-variables.ts';
import type { Environment } from './environment.ts';

/** What the hub was told, in the words of the parts that use it. */
export interface Config {
  /** An absolute path. */
  readonly home: string;
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly jobConcurrency: number;
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  readonly signIn: {
    /** None: the demo's own issuer is on. */
    readonly issuers: readonly string[];
    readonly jwksUrl: string | undefined;
    readonly audience: string;
    readonly skewSeconds: number;
    /** Claims that narrow a caller; absent: not asked for. */
    readonly claims: {
      readonly organisation: string | undefined;
      readonly roles: string | undefined;
      readonly divisions: string | undefined;
    };
    readonly introspection: { readonly clientId: string; readonly clientSecret: string } | undefined;
  };
  readonly retention: { readonly archiveDays: number; readonly quarantineDays: number };
  /** The log of who read what: how long it is kept, how many answers may wait for it. */
  readonly disclosures: { readonly years: number; readonly capacity: number };
  /** How long the feed keeps every change. */
  readonly changeDays: number;
  /** How people are told. */
  readonly messages: {
    readonly mail: { readonly url: string; readonly from: string; readonly tls: 'REQUIRED' | 'OFFERED' } | undefined;
  };
  readonly webhooks: { readonly origin: string; readonly allowedAddresses: readonly string[] };
  /** How clients reach the hub; absent: as they did. */
  readonly publicUrl: string | undefined;
  /** Where the staff's console is served. */
  readonly consoleUrl: string | undefined;
  readonly exports: { readonly folder: string; readonly s3Url: string | undefined };
  /** How commands that are clients of a hub reach it, and as whom. */
  readonly client: {
    readonly hubUrl: string;
    readonly purpose: string;
    readonly token: string | undefined;
    readonly credentials:
      | {
          readonly tokenUrl: string;
          readonly clientId: string;
          readonly clientSecret: string;
          readonly scope: string | undefined;
        }
      | undefined;
  };
  /** Of an agency's own process: the hub it belongs to. */
  readonly hub: { readonly url: string; readonly tokenFile: string | undefined };
  readonly demo: { readonly persons: number; readonly seed: number };
  /** The settings of each agency that is configured, as its connector's schema wants them. */
  readonly agencies: AgencySettings;
  readonly limits: {
    readonly bytes: number;
    readonly depth: number;
    readonly cost: number;
    readonly aliases: number;
  };
  /** Only registered operations are answered. */
  readonly trustedOnly: boolean;
  /** Of subscriptions: how many may be open, and how soon an idle one's caller is looked at again. */
  readonly streams: { readonly atMost: number; readonly perCaller: number; readonly recheckSeconds: number };
}

/** A home that is not absolute lies in the project, from wherever a command is run. */
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

function signInOf(env: Environment): Config['signIn'] {
  const { WANJIA_INTROSPECTION_CLIENT_ID: clientId, WANJIA_INTROSPECTION_CLIENT_SECRET: clientSecret } = env;
  return {
    issuers: env.WANJIA_ISSUER ?? [],
    jwksUrl: env.WANJIA_JWKS_URL,
    audience: env.WANJIA_AUDIENCE,
    skewSeconds: env.WANJIA_CLOCK_SKEW_SECONDS,
    claims: {
      organisation: env.WANJIA_CLAIM_ORGANISATION,
      roles: env.WANJIA_CLAIM_ROLES,
      divisions: env.WANJIA_CLAIM_DIVISIONS,
    },
    introspection: clientId && clientSecret ? { clientId, clientSecret } : undefined,
  };
}

function clientOf(env: Environment): Config['client'] {
  const { WANJIA_TOKEN_URL: tokenUrl, WANJIA_CLIENT_ID: clientId, WANJIA_CLIENT_SECRET: clientSecret } = env;
  const scope = env.WANJIA_CLIENT_SCOPE;
  return {
    hubUrl: env.WANJIA_HUB_URL,
    purpose: env.WANJIA_PURPOSE,
    token: env.WANJIA_TOKEN,
    credentials: tokenUrl && clientId && clientSecret ? { tokenUrl, clientId, clientSecret, scope } : undefined,
  };
}

function messagesOf(env: Environment): Config['messages'] {
  const { WANJIA_SMTP_URL: url, WANJIA_SMTP_FROM: from, WANJIA_SMTP_TLS: tls } = env;
  return { mail: url && from ? { url, from, tls: tls === 'required' ? 'REQUIRED' : 'OFFERED' } : undefined };
}

/** Arranges the variables by the part that uses them. */
export function configOf(env: Environment): Config {
  return {
    home: resolve(PROJECT, env.WANJIA_HOME),
    host: env.HOST,
    port: env.PORT,
    logLevel: env.WANJIA_LOG_LEVEL,
    jobConcurrency: env.WANJIA_JOB_CONCURRENCY,
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    signIn: signInOf(env),
    retention: { archiveDays: env.WANJIA_ARCHIVE_DAYS, quarantineDays: env.WANJIA_QUARANTINE_DAYS },
    disclosures: { years: env.WANJIA_DISCLOSURE_YEARS, capacity: env.WANJIA_LIMIT_UNDER_WAY },
    changeDays: env.WANJIA_CHANGE_DAYS,
    messages: messagesOf(env),
    webhooks: { origin: env.WANJIA_PUBLIC_HOST, allowedAddresses: env.WANJIA_WEBHOOK_ALLOWED_ADDRESSES },
    publicUrl: env.WANJIA_PUBLIC_URL?.replace(/\/$/, ''),
    consoleUrl: env.WANJIA_CONSOLE_URL?.replace(/\/$/, ''),
    exports: {
      folder: resolve(PROJECT, env.WANJIA_EXPORT_FOLDER ?? join(env.WANJIA_HOME, 'exports')),
      s3Url: env.WANJIA_EXPORT_S3_URL,
    },
    client: clientOf(env),
    hub: { url: env.WANJIA_HUB_URL, tokenFile: env.WANJIA_HUB_TOKEN_FILE },
    demo: { persons: env.WANJIA_DEMO_PERSONS, seed: env.WANJIA_DEMO_SEED },
    agencies: env.agencies,
    limits: {
      bytes: env.WANJIA_LIMIT_BODY_BYTES,
      depth: env.WANJIA_LIMIT_DEPTH,
      cost: env.WANJIA_LIMIT_COST,
      aliases: env.WANJIA_LIMIT_ALIASES,
    },
    trustedOnly: env.WANJIA_DOCUMENTS === 'registered',
    streams: {
      atMost: env.WANJIA_LIMIT_STREAMS,
      perCaller: env.WANJIA_LIMIT_STREAMS_PER_CALLER,
      recheckSeconds: env.WANJIA_STREAM_RECHECK_SECONDS,
    },
  };
}
