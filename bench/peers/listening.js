/** Listens on any free port of the loopback and prints it: what starts a peer waits for that line. */
export function listening(server) {
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
}
