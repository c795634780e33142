const WIDTH = 24;
const GROUPS = new Intl.NumberFormat('en');

/** `██████░░░░  40%  1,200 / 3,000`; without a total, the count alone. */
export function progressBar(done: number, total?: number): string {
  if (total === undefined) return GROUPS.format(done);
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(share * WIDTH);
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${percent}  ${GROUPS.format(done)} / ${GROUPS.format(total)}`;
}

/** `0.4 s`, `12 s`, `3 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
