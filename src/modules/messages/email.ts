/** E-mail over SMTP. TLS is required unless the operator says otherwise; certificates are always checked. */
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Channel, Handed } from './channel.ts';
import { asHtml, asText } from './letter.ts';

export interface MailSettings {
  /** smtp://user:password@host:587 or smtps://… */
  readonly url: string;
  readonly from: string;
  /** REQUIRED: none without TLS. OFFERED: TLS where the server has it. */
  readonly tls: 'REQUIRED' | 'OFFERED';
  /** Names the hub in the ids of messages. */
  readonly host: string;
}

const PATIENCE_MS = 15_000;
/** A code or an alert's message goes to one mailbox at a time. */
const MAILBOX = z.email().max(254);

interface MailError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
}

const REASONS: Readonly<Record<string, string>> = {
  ETLS: 'TARGET_TLS_INVALID',
  ETIMEDOUT: 'TARGET_TIMED_OUT',
  EAUTH: 'MAIL_SERVER_REFUSED',
  EENVELOPE: 'MAILBOX_REFUSED',
  EMESSAGE: 'MAIL_REFUSED',
};
const TLS = /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|EPROTO)/;

/** The server's own words may name a mailbox: only its code is kept. */
function refusalOf(error: MailError): Handed {
  const code = error.code ?? '';
  const status = error.responseCode ?? null;
  const reason = TLS.test(code) || /certificate|altnames/i.test(error.message) ? 'TARGET_TLS_INVALID' : REASONS[code];
  const lasting = code === 'EENVELOPE' && status !== null && status >= 500;
  return { ok: false, status, error: reason ?? 'TARGET_UNREACHABLE', lasting };
}

export function createEmail({ url, from, tls, host }: MailSettings): Channel {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname.replaceAll(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: tls === 'REQUIRED',
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    pool: true,
    maxConnections: 2,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    takes: ({ address, secret }) => secret === null && MAILBOX.safeParse(address).success,
    async hand({ address }, letter, { id, at }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address },
          subject: letter.title,
          text: asText(letter),
          html: asHtml(letter),
          messageId: `<${id}@${host}>`,
          date: at,
          // Nobody's absence is to be answered to a machine (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { ok: true, status: 250 };
      } catch (error) {
        return refusalOf(error as MailError);
      }
    },
    close: () => transport.close(),
  };
}
