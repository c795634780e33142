/** A message as it is read: the same content as plain text, as simple HTML and as a robot's markdown. */

export interface Letter {
  readonly title: string;
  readonly lines: readonly string[];
  /** Alerts that are named, each with its page; empty: none. */
  readonly items: readonly { readonly text: string; readonly url: string | null }[];
  /** Alerts that are not named, and the words for them. */
  readonly others: number;
  readonly more: (count: number) => string;
  readonly link: { readonly text: string; readonly url: string } | null;
  /** Names the message in a chat, where nothing else does; null: its envelope does. */
  readonly mark: string | null;
  readonly footer: string;
}

const moreOf = ({ others, more }: Pick<Letter, 'others' | 'more'>): string | null => (others > 0 ? more(others) : null);

export function asText(letter: Letter): string {
  const { title, lines, items, link, footer } = letter;
  const listed = items.map(({ text, url }) => (url === null ? `- ${text}` : `- ${text}\n  ${url}`));
  const parts = [
    title,
    lines.join('\n'),
    listed.join('\n'),
    moreOf(letter),
    link && `${link.text}: ${link.url}`,
    footer,
  ];
  return `${parts.filter((part) => part !== null && part !== '').join('\n\n')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

const BODY = 'margin:0 auto;padding:24px;max-width:640px;font:15px/1.7 sans-serif;color:#1f2329;background:#fff';
const SMALL = 'margin:24px 0 0;padding-top:12px;border-top:1px solid #dee0e3;font-size:12px;color:#646a73';

/** Without pictures, scripts or anything that is loaded. */
export function asHtml(letter: Letter): string {
  const { title, lines, items, link, footer } = letter;
  const more = moreOf(letter);
  const anchor = (text: string, url: string): string =>
    `<a href="${escaped(url)}" style="color:#1456f0">${escaped(text)}</a>`;
  const rows = items
    .map(({ text, url }) => `<li style="margin:6px 0">${url === null ? escaped(text) : anchor(text, url)}</li>`)
    .join('');
  return [
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
    `<body style="background:#f5f6f7;margin:0;padding:16px"><div style="${BODY}">`,
    `<h1 style="margin:0 0 12px;font-size:18px">${escaped(title)}</h1>`,
    ...lines.map((line) => `<p style="margin:4px 0">${escaped(line)}</p>`),
    rows === '' ? '' : `<ul style="margin:12px 0;padding-left:20px">${rows}</ul>`,
    more === null ? '' : `<p style="margin:4px 0">${escaped(more)}</p>`,
    link === null ? '' : `<p style="margin:16px 0 0">${anchor(link.text, link.url)}</p>`,
    `<p style="${SMALL}">${escaped(footer)}</p></div></body></html>`,
  ].join('');
}

/** What would be read as markup in a robot's message, in its wide form. */
const plain = (text: string): string =>
  text.replaceAll(/[[\]()<>*_`#~\\]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));

/** Fits into so many bytes of UTF-8: items at the end are counted instead of named. */
export function asMarkdown(letter: Letter, maxBytes: number): string {
  const { title, lines, items, others, link, mark, footer } = letter;
  for (let shown = items.length; ; shown -= 1) {
    const more = moreOf({ ...letter, others: others + items.length - shown });
    const text = [
      `### ${plain(title)}`,
      ...lines.map(plain),
      ...items
        .slice(0, shown)
        .map(({ text, url }) => (url === null ? `- ${plain(text)}` : `- [${plain(text)}](${url})`)),
      ...(more === null ? [] : [plain(more)]),
      ...(link === null ? [] : [`[${plain(link.text)}](${link.url})`]),
      ...(mark === null ? [] : [`> ${plain(mark)}`]),
      `> ${plain(footer)}`,
    ].join('\n\n');
    if (shown <= 0 || Buffer.byteLength(text) <= maxBytes) return text;
  }
}
