/** A table of figures, row by row. `ratio`: how many times as fast as this row the hub is. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number | string>>>>;

/** Runs and tells its figures; prints nothing but progress to standard error. */
export type Benchmark = (options: BenchmarkOptions) => Promise<Figures>;

/** The middle one of measurements. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** What the command line asks for. */
export interface BenchmarkOptions {
  /** Sizes of the district; absent: the benchmark's own. */
  readonly people: readonly number[] | undefined;
  /** Folder in which the districts stay; absent: they go with the benchmark. */
  readonly keep?: string | undefined;
}

/** To two places, as figures are told. */
export const rounded = (value: number): number => Number(value.toFixed(2));
