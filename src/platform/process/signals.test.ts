import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { onStopSignal } from './signals.ts';

const exits: unknown[] = [];
let stops = 0;
let forget: () => void;

beforeEach(() => {
  [exits.length, stops] = [0, 0];
  jest.spyOn(process, 'exit').mockImplementation(((code: number) => void exits.push(code)) as never);
  forget = onStopSignal(() => {
    stops += 1;
    return new Promise(() => undefined);
  });
});
afterEach(() => {
  forget();
  jest.restoreAllMocks();
});

describe('signals to stop', () => {
  it('that come together, as from a terminal and npm, are one', () => {
    process.emit('SIGINT');
    process.emit('SIGINT');
    expect([stops, exits]).toEqual([1, []]);
  });

  it('are obeyed at once when they are repeated', async () => {
    process.emit('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 600));
    process.emit('SIGINT');
    expect([stops, exits]).toEqual([1, [130]]);
  });
});
