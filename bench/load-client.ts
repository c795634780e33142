/** A client in a process of its own: sends one operation over and over, and prints how many were answered. */
import { Agent, request } from 'node:http';

export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bodies, sent in turn. */
  readonly bodies: readonly string[];
  readonly concurrency: number;
  readonly seconds: number;
}

export interface LoadFigures {
  readonly answers: number;
  readonly errors: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

const input: Buffer[] = [];
for await (const chunk of process.stdin) input.push(chunk as Buffer);
const { url, headers, bodies, concurrency, seconds } = JSON.parse(Buffer.concat(input).toString()) as Load;
const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
const until = performance.now() + seconds * 1000;
const times: number[] = [];
let [sent, errors] = [0, 0];

function send(body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const outgoing = request(url, { method: 'POST', headers, agent }, (response) => {
      let failed = false;
      response.on('data', (bytes: Buffer) => {
        failed ||= bytes.includes('"errors"');
      });
      response.on('end', () => {
        times.push(performance.now() - began);
        if (failed) errors += 1;
        resolve();
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function lane(): Promise<void> {
  while (performance.now() < until) {
    sent += 1;
    await send(bodies[sent % bodies.length] ?? '');
  }
}

await Promise.all(Array.from({ length: concurrency }, lane));
agent.destroy();
times.sort((a, b) => a - b);
const at = (share: number): number => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(2));
const figures: LoadFigures = { answers: times.length, errors, medianMs: at(0.5), p99Ms: at(0.99) };
console.log(JSON.stringify(figures));
