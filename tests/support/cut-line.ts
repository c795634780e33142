/** A line to a server that can be cut: connections end at once, and none is taken until it is mended. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CutLine {
  readonly port: number;
  cut(): void;
  mend(): void;
  /** Goes on to another place from now on. */
  lead(port: number): void;
  close(): Promise<void>;
}

export async function cutLineTo(place: number): Promise<CutLine> {
  let port = place;
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    if (!whole) near.destroy();
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    whole = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    mend: () => {
      whole = true;
    },
    lead: (to) => {
      port = to;
    },
    close: () =>
      new Promise<void>((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}
