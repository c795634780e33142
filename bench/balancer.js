/** A balancer in a process of its own: passes requests on to servers in turn. `node balancer.js <port>…` prints its own port. */

import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';

const ports = process.argv.slice(2).map(Number);
const agent = new Agent({ keepAlive: true });
let next = 0;
const server = createServer((asked, answer) => {
  const port = ports[next % ports.length];
  next += 1;
  const { method, url: path, headers } = asked;
  const passed = request({ host: '127.0.0.1', port, agent, method, path, headers }, (got) => {
    answer.writeHead(got.statusCode, got.headers);
    got.pipe(answer);
  });
  passed.once('error', () => answer.destroy());
  asked.pipe(passed);
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
console.log(server.address().port);
