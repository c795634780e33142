/** A mail server that keeps what it gets as mail stores do: one of each Message-ID. */
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Mailbox {
  readonly url: string;
  /** Every mail that was handed over. */
  readonly handed: Email[];
  /** Those a person sees: a second one of the same id is not shown. */
  mails(): readonly Email[];
  /** How recipients are answered; null: taken. */
  refuse: { readonly code: number } | null;
  /** What is waited for before it says that it has taken a mail. */
  taking: () => Promise<unknown>;
  close(): Promise<void>;
}

export async function startMailbox({ withTls = false } = {}): Promise<Mailbox> {
  const handed: Email[] = [];
  const mailbox: Pick<Mailbox, 'refuse' | 'taking'> = { refuse: null, taking: async () => undefined };
  const [key, cert] = await Promise.all(
    ['key.pem', 'certificate.pem'].map((name) => readFile(new URL(`../fixtures/tls/${name}`, import.meta.url))),
  );
  const server = new SMTPServer({
    ...(withTls && { key, cert }),
    authOptional: true,
    disabledCommands: withTls ? [] : ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      const { refuse } = mailbox;
      done(refuse === null ? undefined : Object.assign(new Error('not here'), { responseCode: refuse.code }));
    },
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          handed.push(mail);
          void mailbox.taking().then(() => done());
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(mailbox, {
    url: `smtp://127.0.0.1:${port}`,
    handed,
    mails: () => [...new Map(handed.map((mail) => [mail.messageId, mail])).values()],
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
