/** The explorer GraphiQL 查询台, bundled with the hub: it needs no internet. */
import { readFile } from 'node:fs/promises';

export interface ExplorerFile {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Explorer {
  file(name: string): ExplorerFile | null;
}

/** Scripts and requests stay at home; the editor sets styles of its own. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>万家 Wanjia · GraphQL</title>
<link rel="stylesheet" href="/graphql/explorer.css">
</head>
<body><div id="explorer"></div><script src="/graphql/explorer.js" defer></script></body>
</html>
`;

const asset = (name: string): Promise<string> =>
  readFile(new URL(`explorer/generated/${name}`, import.meta.url), 'utf8');

/** Reads the bundle once. */
export async function loadExplorer(): Promise<Explorer> {
  const cached = { 'cache-control': 'public, max-age=3600' };
  const files = new Map<string, ExplorerFile>([
    [
      'explorer.html',
      {
        body: PAGE,
        headers: {
          'content-type': 'text/html; charset=utf-8',
          'content-security-policy': POLICY,
          'x-frame-options': 'DENY',
        },
      },
    ],
    [
      'explorer.js',
      { body: await asset('explorer.js'), headers: { 'content-type': 'text/javascript; charset=utf-8', ...cached } },
    ],
    [
      'explorer.css',
      { body: await asset('explorer.css'), headers: { 'content-type': 'text/css; charset=utf-8', ...cached } },
    ],
  ]);
  return { file: (name) => files.get(name) ?? null };
}
