/**
 * One statement behind bare node:http, its text passed through. `document`: the profile as it is stored, which is the
 * limit of what can be reached; `sql`: the same fields gathered from the tables by hand-written SQL.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import pg from 'pg';
import { listening } from './listening.js';

const [name = ''] = process.argv.slice(2);
const text = await readFile(new URL(`./${name}.sql`, import.meta.url), 'utf8');
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });

async function answer(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString());
  const { rows } = await pool.query({ name, text, values: [variables.numberIndex], rowMode: 'array' });
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(`{"data":${rows[0]?.[0] ?? null}}`);
}

listening(
  createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  }),
);
