import { describe, expect, test } from 'vitest';
import type { Deliverable } from '#schema/contracts/campaign/task.ts';
import { missingMaterials } from './obstacles.presenter.ts';
import { makeDetail, makeSummary } from './testing/submissions.fixtures.ts';

const item = (key: string, kind: Deliverable['kind'], required = true): Deliverable => ({
  key,
  title: key,
  kind,
  required,
});
const detail = (nil = false) =>
  makeDetail({
    summary: makeSummary({ nil }),
    deliverables: [
      item('stamped', 'stamped-scan'),
      item('copy', 'paper'),
      item('report', 'attachment'),
      item('extra', 'attachment', false),
    ],
  });
const missing = (stage: 'sign-off' | 'file', nil = false, files: string[] = []) =>
  missingMaterials(detail(nil), (key) => (files.includes(key) ? ['evd_1'] : []), stage).map(
    ({ path }) => path,
  );

describe('materials that are still missing', () => {
  test('the stamped scan is asked for at 报送 and not before the signature', () => {
    expect(missing('sign-off')).toEqual(['deliverables/report']);
    expect(missing('file')).toEqual(['deliverables/stamped', 'deliverables/report']);
    expect(missing('file', false, ['stamped', 'report'])).toEqual([]);
  });

  test('a nil return needs its stamp and no attachment', () => {
    expect(missing('file', true)).toEqual(['deliverables/stamped']);
  });
});
