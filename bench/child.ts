/** Part of a benchmark in a process of its own, so that its time and memory are its own. */
import { spawn } from 'node:child_process';

/** Runs Node; what it prints is one JSON value. `input` goes to its standard input. */
export function runChild<T>(args: readonly string[], input = ''): Promise<T> {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (bytes) => {
    output += String(bytes);
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) =>
      code === 0 ? resolve(JSON.parse(output) as T) : reject(new Error(`${args.at(-1)} ended with ${code}`)),
    );
  });
}
