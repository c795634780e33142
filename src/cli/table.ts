import type { Listing } from './app.ts';

/** Columns on a terminal that a Chinese character takes two of. */
function width(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
}

/** Keys and file names come from agencies: what would steer the terminal is shown, not obeyed. */
function shown(value: string | number | null | undefined): string {
  return String(value ?? '').replaceAll(/\p{Cc}/gu, '␛');
}

/** Lays rows out in columns under their names. */
export function table(rows: Listing): string {
  const [first] = rows;
  if (!first) return '—';
  const names = Object.keys(first);
  const lines = [names, ...rows.map((row) => names.map((name) => shown(row[name])))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => width(line[column] ?? ''))));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
