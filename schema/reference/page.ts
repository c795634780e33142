/** 接口参考: the whole schema on one page that can be read and searched without the internet, made from the schema itself. */
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';
import { isRoot } from '../permissions/coordinates.ts';
import { type ClassWords, typeSection } from './entries.ts';
import { escaped, split } from './markup.ts';

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly types: readonly GraphQLNamedType[];
}

function chaptersOf(schema: GraphQLSchema): readonly Chapter[] {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const chapter = (id: string, title: string, holds: (type: GraphQLNamedType) => boolean): Chapter => ({
    id,
    title,
    types: types.filter(holds).sort((one, other) => (one.name < other.name ? -1 : 1)),
  });
  return [
    { id: 'operations', title: '操作 operations', types: roots.flatMap((type) => type ?? []) },
    chapter('objects', '对象 objects', (type) => isObjectType(type) && !isRoot(schema, type.name)),
    chapter('results', '结果 results of mutations', isUnionType),
    chapter('inputs', '输入 inputs', isInputObjectType),
    chapter('enums', '枚举 enums', isEnumType),
    chapter('scalars', '标量 scalars', isScalarType),
  ];
}

/** Of operations each field is listed, of anything else the type. */
function entriesOf(type: GraphQLNamedType, isOperation: boolean): string {
  const entry = (id: string, name: string, description: string | null | undefined): string =>
    `<li><a href="#${id}">${name}</a> <span lang="zh-CN">${escaped(split(description).label)}</span></li>`;
  if (!isOperation || !isObjectType(type)) return entry(type.name, type.name, type.description);
  const fields = Object.values(type.getFields()).map((field) =>
    entry(`${type.name}.${field.name}`, field.name, field.description),
  );
  return `<li><b>${type.name}</b></li>${fields.join('')}`;
}

function contents({ id, title, types }: Chapter): string {
  const isOperation = id === 'operations';
  return `<details${isOperation ? ' open' : ''}><summary>${title}</summary><ul>${types
    .map((type) => entriesOf(type, isOperation))
    .join('')}</ul></details>`;
}

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --link: #2563eb; }
@media (prefers-color-scheme: dark) { :root { --link: #7aa2ff; } }
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: 20rem minmax(0, 1fr); font: 15px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; padding: 1rem; border-right: 1px solid var(--line); font-size: 13px; }
nav ul { list-style: none; margin: 0 0 .5rem; padding: 0 0 0 .5rem; }
nav span { color: GrayText; }
summary { cursor: pointer; font-weight: 600; padding: .2rem 0; }
main { padding: 1rem 2rem 4rem; max-width: 75rem; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
code { font: 13px/1.5 ui-monospace, Consolas, monospace; }
h2 { border-bottom: 1px solid var(--line); margin-top: 3rem; }
h3 { margin: 2.5rem 0 .3rem; }
h3 code { color: GrayText; font-weight: 400; }
table { width: 100%; border-collapse: collapse; }
td { vertical-align: top; padding: .35rem .6rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
td:first-child { width: 34%; }
.arguments { margin: .4rem 0 0; background: var(--soft); }
.class { font-size: 12px; padding: 0 .4rem; border: 1px solid var(--line); border-radius: .6rem; color: GrayText; white-space: nowrap; }
:target { background: #fde04744; }
@media (max-width: 50rem) { body { display: block; } nav { position: static; height: auto; border: 0; } main { padding: 1rem; } }
`;

const INTRODUCTION = `<h1>万家 Wanjia · <span lang="zh-CN">接口参考</span></h1>
<p lang="zh-CN">由平台当前运行的接口定义生成。每个名称先列中文,再列含义、单位、来源与错误。</p>
<p>Made from the schema this hub runs. The Chinese label comes first, then meaning, unit, source and errors. The mark beside a field is
its data class and protection level: whether it comes out clear, masked or withheld depends on role, purpose and circumstances
(<a href="#Query.accessExplained">accessExplained</a>), and <code>extensions.access</code> of every answer says what was held back. Try it in the
<a href="/graphql">explorer 查询台</a>.</p>`;

/** The page. */
export function renderReference(schema: GraphQLSchema, classes: ClassWords): string {
  const chapters = chaptersOf(schema);
  const sections = chapters.map(
    ({ id, title, types }) =>
      `<h2 id="${id}">${title}</h2>${types.map((type) => typeSection(type, classes)).join('\n')}`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>万家 Wanjia · 接口参考 reference</title>
<style>${STYLE}</style>
</head>
<body><nav>${chapters.map(contents).join('')}</nav>
<main>${INTRODUCTION}
${sections.join('\n')}</main></body>
</html>
`;
}
