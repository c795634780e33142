import { Listr, type ListrTaskWrapper } from 'listr2';
import { duration, progressBar } from './progress-bar.ts';

/** Tells how far a stage has come; the last call wins. */
export type Progress = (done: number, total?: number) => void;

/** Where a person follows what the program does. */
export interface Terminal {
  /** Shows a stage while `work` runs; `summary` says in a few words what came of it. */
  stage<T>(title: string, work: (progress: Progress) => Promise<T>, summary?: (result: T) => string): Promise<T>;
  line(text?: string): void;
}

const REDRAW_MS = 100;

/** A failed stage keeps its title; whoever reports the error decides what of it may be shown. */
const QUIET_FAILURE = { rendererOptions: { showErrorMessage: false, collapseErrors: false } } as const;

function ended(title: string, started: number, words: string | undefined): string {
  const took = duration(performance.now() - started);
  return words ? `${title}: ${words} (${took})` : `${title} (${took})`;
}

/** A bar redraws at most ten times a second; drawing must not slow the work. */
function drawing(title: string, task: ListrTaskWrapper<unknown, never, never>): Progress {
  let last = 0;
  return (done, total) => {
    const now = performance.now();
    if (now - last < REDRAW_MS) return;
    last = now;
    task.title = `${title}  ${progressBar(done, total)}`;
  };
}

function interactive(stream: NodeJS.WriteStream): Terminal {
  return {
    line: (text = '') => void stream.write(`${text}\n`),
    async stage(title, work, summary) {
      const started = performance.now();
      let result: Awaited<ReturnType<typeof work>> | undefined;
      const list = new Listr(
        [
          {
            title,
            task: async (_, task) => {
              result = await work(drawing(title, task as never));
              task.title = ended(title, started, summary?.(result));
            },
          },
        ],
        QUIET_FAILURE,
      );
      await list.run();
      return result as Awaited<ReturnType<typeof work>>;
    },
  };
}

function plain(stream: NodeJS.WritableStream): Terminal {
  const line = (text = ''): void => void stream.write(`${text}\n`);
  return {
    line,
    async stage(title, work, summary) {
      const started = performance.now();
      try {
        const result = await work(() => undefined);
        line(`✔ ${ended(title, started, summary?.(result))}`);
        return result;
      } catch (error) {
        line(`✖ ${ended(title, started, undefined)}`);
        throw error;
      }
    },
  };
}

/** Bars and spinners where a person watches, one line a stage where a file or another program does. */
export function createTerminal(stream: NodeJS.WriteStream = process.stdout): Terminal {
  return stream.isTTY && stream === process.stdout ? interactive(stream) : plain(stream);
}

/** Shows nothing. */
export const SILENT_TERMINAL: Terminal = {
  line: () => undefined,
  stage: (_, work) => work(() => undefined),
};
