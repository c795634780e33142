import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { duration, progressBar } from './progress-bar.ts';
import { createTerminal } from './terminal.ts';

describe('a terminal that is no person', () => {
  it('prints one line a stage, with what came of it', async () => {
    const stream = new PassThrough();
    const terminal = createTerminal(stream as never);
    const result = await terminal.stage(
      'Reading',
      async (progress) => {
        progress(1, 2);
        return 7;
      },
      (rows) => `${rows} rows`,
    );
    expect(result).toBe(7);
    expect(String(stream.read())).toMatch(/^✔ Reading: 7 rows \(\d\.\d s\)\n$/);
  });

  it('says which stage failed', async () => {
    const stream = new PassThrough();
    const failing = createTerminal(stream as never).stage('Reading', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(String(stream.read())).toMatch(/^✖ Reading/);
  });
});

it('draws how far a stage has come', () => {
  expect(progressBar(1200, 3000)).toBe(`${'█'.repeat(10)}${'░'.repeat(14)}  40%  1,200 / 3,000`);
  expect(progressBar(1200)).toBe('1,200');
  expect(duration(400)).toBe('0.4 s');
  expect(duration(185_000)).toBe('3 min 5 s');
});
