/** A table of figures, row by row. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number | string>>>>;

/** Runs and tells its figures; prints nothing but progress to standard error. */
export type Benchmark = (options: BenchmarkOptions) => Promise<Figures>;

/** What the command line asks for. */
export interface BenchmarkOptions {
  /** Sizes of the district; absent: the benchmark's own. */
  readonly people: readonly number[] | undefined;
}
