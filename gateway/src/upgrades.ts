/** WebSockets are opened through here at the hub: bytes pass both ways as they come, nothing of them is looked at. */
import { type IncomingMessage, request as send } from 'node:http';
import { request as sendSecurely } from 'node:https';
import type { Duplex } from 'node:stream';
import { addressAt } from './hub.ts';

const NEWLINE = '\r\n';
const UNREACHABLE = ['HTTP/1.1 503 Service Unavailable', 'connection: close', 'content-length: 0', '', ''].join(
  NEWLINE,
);

function headOf({ httpVersion, statusCode, statusMessage, rawHeaders }: IncomingMessage): string {
  const headers = rawHeaders.flatMap((name, place) => (place % 2 === 0 ? `${name}: ${rawHeaders[place + 1]}` : []));
  return [`HTTP/${httpVersion} ${statusCode} ${statusMessage}`, ...headers, '', ''].join(NEWLINE);
}

export interface Upgrades {
  /** Takes the place of a server's listener for upgrades. */
  pass(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Cuts what is open: whoever follows comes again. */
  close(): void;
}

export function createUpgrades(hub: URL): Upgrades {
  const open = new Set<Duplex>();

  function join(socket: Duplex, other: Duplex): void {
    const cut = (): void => {
      open.delete(socket);
      socket.destroy();
      other.destroy();
    };
    for (const one of [socket, other]) one.on('error', cut).on('close', cut);
    socket.pipe(other).pipe(socket);
  }

  return {
    pass(request, socket, head) {
      open.add(socket);
      const target = addressAt(hub, request);
      const headers = { ...request.headers, host: hub.host };
      const passing = (target.protocol === 'https:' ? sendSecurely : send)(target, { headers });
      const refuse = (text: string): void => {
        open.delete(socket);
        socket.end(text);
      };
      socket.on('error', () => passing.destroy()).on('close', () => passing.destroy());
      passing
        .on('upgrade', (answer, other, first) => {
          socket.write(headOf(answer));
          if (first.length > 0) socket.write(first);
          if (head.length > 0) other.write(head);
          join(socket, other);
        })
        .on('response', (answer) => {
          socket.write(headOf(answer));
          answer.pipe(socket);
        })
        .on('error', () => refuse(UNREACHABLE))
        .end();
    },
    close() {
      for (const socket of open) socket.destroy();
    },
  };
}
