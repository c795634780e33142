import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { WanjiaError } from '../../kernel/errors.ts';
import { loadPack } from '../discovery/index.ts';
import { loadReviewRules } from './cadence.ts';

const pack = await loadPack('packs', 'shanghai/changning');

describe('the cadences of reviews', () => {
  it('are refused with the place of every mistake and what was meant', async () => {
    const root = await mkdtemp(join(tmpdir(), 'wanjia-reviews-'));
    await mkdir(join(root, 'city'));
    const wrong = '{ id: ALL, name: x, when: household.registeredClas == "", every: DIBAO }';
    await writeFile(join(root, 'city', 'reviews.yaml'), `source: s\ncadences:\n  - ${wrong}\n`);
    const detail = (fault: WanjiaError): readonly string[] => String(fault.params.detail).split('\n');
    expect(await loadReviewRules(root, { ...pack, name: 'city' }).catch(detail)).toEqual([
      "city/reviews.yaml:3:41 'registeredClas' is not a fact of the catalogue; did you mean 'registeredClass'?",
      "city/reviews.yaml:3:70 there is no parameter 'DIBAO' in months",
    ]);
    await rm(root, { recursive: true });
  });

  it('repeat no figure of the parameters, and rule R24 goes by the same conditions', async () => {
    const { cadences } = await loadReviewRules('packs', pack);
    expect(cadences.map(({ every }) => every)).toEqual([
      'REVIEW_MONTHS_MARGIN',
      'REVIEW_MONTHS_UNSTABLE',
      'REVIEW_MONTHS_STABLE',
      'REVIEW_MONTHS_STABLE',
    ]);
    const own = pack.language.conditions.get('daysPastOwnReview')?.source ?? '';
    for (const { every } of cadences) expect(own).toContain(every);
  });
});
