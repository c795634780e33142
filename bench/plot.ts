/** Plots as SVG, in colours that can be told apart on white and in grey. */

const [WIDTH, LEFT, RIGHT, LINE] = [720, 190, 90, 30];
const COLOURS = ['#0b5fa5', '#d1661b', '#2f7d32', '#8a3fa0', '#7a5a00', '#b3261e', '#00796b', '#5c5c5c'];
const FONT = 'font-family="system-ui, sans-serif" font-size="13"';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 2 });

function text(x: number, y: number, words: string, anchor: 'start' | 'middle' | 'end' = 'start'): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" ${FONT} fill="#222">${escaped(words)}</text>`;
}

function drawing(height: number, title: string, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" role="img" aria-label="${escaped(title)}">
<rect width="100%" height="100%" fill="#fff"/>
${[text(12, 22, title), ...parts].join('\n')}
</svg>
`;
}

/** A value, with the least and the most of its runs where they are known. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly spread?: readonly [number, number] | undefined;
}

/** Bars side by side, each with its figure. */
export function barPlot(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value, spread }) => spread?.[1] ?? value));
  const place = (value: number): number => LEFT + ((WIDTH - LEFT - RIGHT) * value) / most;
  const parts = bars.flatMap(({ name, value, spread }, index) => {
    const y = 40 + index * LINE;
    const [from, to] = spread ?? [value, value];
    return [
      text(LEFT - 8, y + 16, name, 'end'),
      `<rect x="${LEFT}" y="${y}" width="${(place(value) - LEFT).toFixed(1)}" height="20" fill="${COLOURS[index === 0 ? 0 : 7]}"/>`,
      `<path d="M${place(from).toFixed(1)} ${y + 10}H${place(to).toFixed(1)}" stroke="#000" stroke-width="2"/>`,
      text(Math.max(place(value), place(to)) + 8, y + 16, number(value)),
    ];
  });
  return drawing(52 + bars.length * LINE, title, parts);
}

/** Points from left to right. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

const [PLOT_TOP, PLOT_HEIGHT, PLOT_LEFT, PLOT_RIGHT] = [44, 260, 60, 250];

/** Lines over a logarithmic axis of sizes. */
export function linePlot(title: string, lines: readonly Line[]): string {
  const xs = lines.flatMap(({ points }) => points.map(([x]) => Math.log10(x)));
  const most = Math.max(1, ...lines.flatMap(({ points }) => points.map(([, y]) => y)));
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const width = WIDTH - PLOT_LEFT - PLOT_RIGHT;
  const across = (x: number): number =>
    PLOT_LEFT + (width * (Math.log10(x) - first)) / Math.max(last - first, Number.EPSILON);
  const up = (y: number): number => PLOT_TOP + PLOT_HEIGHT * (1 - y / (most * 1.1));
  const sizes = [...new Set(lines.flatMap(({ points }) => points.map(([x]) => x)))];
  const rule = (y: number): string =>
    `<path d="M${PLOT_LEFT} ${up(y).toFixed(1)}H${PLOT_LEFT + width}" stroke="#ddd"/>${text(PLOT_LEFT - 8, up(y) + 4, number(y), 'end')}`;
  const parts = [
    ...[0, most / 2, most].map(rule),
    ...sizes.map((x) => text(across(x), PLOT_TOP + PLOT_HEIGHT + 20, number(x), 'middle')),
    ...lines.flatMap(({ name, points }, index) => {
      const colour = COLOURS[index % COLOURS.length];
      const way = points.map(([x, y]) => `${across(x).toFixed(1)} ${up(y).toFixed(1)}`).join('L');
      const y = PLOT_TOP + 14 + index * 22;
      return [
        `<path d="M${way}" fill="none" stroke="${colour}" stroke-width="2.5"/>`,
        ...points.map(
          ([x, at]) => `<circle cx="${across(x).toFixed(1)}" cy="${up(at).toFixed(1)}" r="3.5" fill="${colour}"/>`,
        ),
        `<path d="M${WIDTH - PLOT_RIGHT + 16} ${y - 4}h22" stroke="${colour}" stroke-width="4"/>`,
        text(WIDTH - PLOT_RIGHT + 46, y, name),
      ];
    }),
  ];
  return drawing(PLOT_TOP + PLOT_HEIGHT + 36, title, parts);
}
