import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { IngestedBatch } from './app.ts';
import { ingestExitCode } from './commands/ingest.ts';
import { checkNode } from './doctor/index.ts';
import { table } from './table.ts';

const BIN = fileURLToPath(new URL('../../bin/wanjia.js', import.meta.url));

function wanjia(args: string[], environment: Record<string, string> = {}) {
  return spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', env: { ...process.env, ...environment } });
}

describe('the command line', () => {
  it.each([
    [],
    ['start'],
    ['ingest'],
    ['sync'],
    ['evaluate'],
    ['token'],
    ['sim', 'write'],
    ['doctor'],
    ['reviews', 'decide'],
    ['webhooks', 'add'],
    ['exports', 'cancel'],
    ['operations', 'register'],
  ])('explains itself: %s %s', (...command) => {
    const { status, stdout } = wanjia([...command, '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Usage: wanjia');
  });

  it('stops at a wrong argument with what was expected', () => {
    const { status, stderr } = wanjia(['evaluate', '--as-of', '31/10/2026']);
    expect(status).toBe(1);
    expect(stderr).toContain('expected a day such as 2026-10-31');
  });

  it('stops at a wrong setting with what was expected, in words and as JSON', () => {
    const words = wanjia(['doctor'], { PORT: 'http' });
    expect(words.status).toBe(1);
    expect(words.stderr).toContain('PORT: expected a whole number from 0 to 65535');
    const json = wanjia(['doctor', '--json'], { PORT: 'http' });
    expect(JSON.parse(json.stdout)).toMatchObject({ error: { code: 'CONFIGURATION_INVALID' } });
  });
});

describe('the exit code of ingest', () => {
  const batch = (state: string, quarantined = 0): IngestedBatch => ({
    file: 'a.csv',
    recordType: 'CA05',
    state,
    rows: 1,
    accepted: 1,
    unchanged: 0,
    superseded: 0,
    quarantined,
    ended: 0,
    id: null,
    unknownColumns: '',
    error: null,
  });
  const code = (...batches: IngestedBatch[]): number =>
    ingestExitCode({ batches, unlisted: [], households: 0, alerts: { raised: 0, changed: 0, closed: 0 } });

  it('is 0 when all was applied, 2 when part was, 1 when nothing was', () => {
    expect(code(batch('APPLIED'), batch('UNCHANGED'))).toBe(0);
    expect(code(batch('APPLIED', 1))).toBe(2);
    expect(code(batch('APPLIED'), batch('REFUSED'))).toBe(2);
    expect(code(batch('REFUSED'))).toBe(1);
    expect(code()).toBe(1);
  });
});

it('lays out tables with Chinese in them', () => {
  expect(
    table([
      { 名: '张三', n: 1 },
      { 名: 'x', n: 22 },
    ]),
  ).toBe('名    n\n张三  1\nx     22');
});

it('shows what would steer the terminal, and does not obey it', () => {
  expect(table([{ file: 'a\u001b[2Jb\n.csv' }])).toBe('file\na␛[2Jb␛.csv');
});

it('tells an old Node.js from a new one', async () => {
  expect(await checkNode('20.18.9')).toMatchObject({ ok: false, fix: expect.any(String) });
  expect(await checkNode('24.0.0')).toMatchObject({ ok: true, fix: null });
});
