import { describe, expect, it } from '@jest/globals';
import { createSchema } from '../index.ts';
import { listCoordinates } from '../permissions/coordinates.ts';
import { split } from './markup.ts';
import { renderReference } from './page.ts';

const schema = createSchema();
const page = renderReference(schema, { phone: { title: '联系电话', level: 'L3' } });

describe('the reference', () => {
  it('holds every coordinate, each once, with its Chinese label first', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = listCoordinates(schema).map(({ name }) => name.replace(/\((\w+):\)/, '.$1'));
    expect(wanted.filter((name) => !ids.includes(name))).toEqual([]);
    for (const type of Object.keys(schema.getTypeMap()).filter((name) => /^[A-Z]/.test(name)))
      if (!['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type)) expect(ids).toContain(type);
    expect(split('公民身份号码 number of the document')).toEqual({
      label: '公民身份号码',
      meaning: 'number of the document',
    });
  });

  it('leads nowhere that is not there, loads nothing from outside and runs nothing', () => {
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
    expect(links.filter((link) => (link.startsWith('#') ? !ids.has(link.slice(1)) : link !== '/graphql'))).toEqual([]);
    expect(page).not.toMatch(/<script|src=|url\(|@import/);
  });

  it('tells the data class of what can be withheld, and writes what is written in texts as text', () => {
    expect(page).toMatch(/<tr id="Person\.phone">.*?<span class="class" title="联系电话">phone L3<\/span>/);
    expect(page).toContain('first: Int');
    expect(page).not.toMatch(/<(?!\/?(?:[a-z][a-z0-9]*|!doctype)\b)/);
  });
});
