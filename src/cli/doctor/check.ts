/** One thing `doctor` looked at: whether it is well, what it saw, and what to do where it is not. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly fix: string | null;
}

/** A check that failed to run is a check that failed. */
export async function check(
  name: string,
  fix: string,
  look: () => Promise<{ ok: boolean; detail: string }>,
): Promise<Check> {
  try {
    const { ok, detail } = await look();
    return { name, ok, detail, fix: ok ? null : fix };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error), fix };
  }
}
