/**
 * A client in a process of its own: sends bodies over and over by autocannon, and prints what was answered. What it is
 * to do comes on standard input.
 */
import autocannon from 'autocannon';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { url, headers, bodies, connections, seconds } = JSON.parse(Buffer.concat(chunks).toString());

const times = [];
let [refused, next] = [0, 0];
const instance = autocannon({
  ...{ url, connections, duration: seconds, method: 'POST', headers },
  setupClient: (client) => {
    const turn = () => {
      client.setBody(bodies[next % bodies.length]);
      next += 1;
    };
    turn();
    client.on('response', turn);
  },
  verifyBody: (body) => !body.includes('"errors"'),
});
instance.on('response', (_client, status, _bytes, milliseconds) => {
  times.push(milliseconds);
  if (status !== 200) refused += 1;
});
const { errors, timeouts, mismatches } = await instance;
times.sort((a, b) => a - b);
const at = (share) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(2));
const failed = errors + timeouts + mismatches + refused;
console.log(JSON.stringify({ answers: times.length, errors: failed, medianMs: at(0.5), p99Ms: at(0.99) }));
