import { describe, expect, it } from '@jest/globals';
import { WanjiaError } from '../kernel/errors.ts';
import { createLog } from './log.ts';

function written(): { lines: Record<string, unknown>[]; stream: { write(line: string): void } } {
  const lines: Record<string, unknown>[] = [];
  return { lines, stream: { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) } };
}

describe('the log', () => {
  it('writes counts and ids', () => {
    const { lines, stream } = written();
    createLog('info', stream).with({ agency: 'education' }).info('batch applied', { batch: 12n, rows: 400 });
    expect(lines).toMatchObject([{ msg: 'batch applied', agency: 'education', batch: '12', rows: 400 }]);
  });

  it('keeps the message of a foreign error out, and the catalogue text of our own in', () => {
    const { lines, stream } = written();
    const log = createLog('info', stream);
    log.error('sync failed', new Error('duplicate key (张三, 310199199001011234)'));
    log.error('sync failed', new WanjiaError('PORT_IN_USE', { port: 4000 }));
    expect(JSON.stringify(lines)).not.toMatch(/张三|310199/);
    expect(lines[1]).toMatchObject({ reason: expect.stringContaining('PORT_IN_USE') });
  });

  it('withholds what looks like a number of a person', () => {
    const { lines, stream } = written();
    createLog('info', stream).warn('odd file', { name: '31019919900101123X-13800138000.csv' });
    expect(lines).toMatchObject([{ name: '[withheld]-[withheld].csv' }]);
  });
});
