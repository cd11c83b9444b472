import { describe, expect, it } from 'vitest';
import { field, form, stampedScan } from '#plugins/sdk/define.ts';
import { namePoints, pointsNotNamedIn } from './return-points.domain.ts';
import type { Filed } from './return-points.domain.ts';

const filed: Filed = {
  form: form('trainings', {
    title: '培训情况',
    fields: [
      field.section('part', '一、培训'),
      field.integer('people', { zh: '人数', en: 'People' }),
      field.table('sessions', '场次', [field.text('topic', '主题')]),
    ],
  }),
  deliverables: [stampedScan('stamped', '盖章扫描件')],
  answers: {
    sessions: [
      { id: 'r1', topic: '医德' },
      { id: 'r2', topic: '收费' },
    ],
  },
};
const point = (path: string) => ({ path, label: '随手写的', reason: '请核对' });

describe('the points of a return', () => {
  it('stand under the names of the form, down to the cell', () => {
    const named = namePoints(
      ['people', 'sessions', 'sessions/r2', 'sessions/r2/topic', 'deliverables/stamped'].map(point),
      filed,
    );
    expect(named).toMatchObject({
      status: 'named',
      points: [
        { label: '人数' },
        { label: '场次' },
        { label: '场次 第2行' },
        { label: '场次 第2行 主题' },
        { label: '盖章扫描件' },
      ],
    });
  });

  it.each([
    'part',
    'nowhere',
    'people/r1',
    'sessions/r9',
    'sessions/r1/nowhere',
    'sessions/r1/topic/deeper',
    'deliverables/nothing',
    'deliverables',
  ])('are refused where nothing can be mended: %s', (path) => {
    expect(namePoints([point('people'), point(path)], filed)).toEqual({
      status: 'unknown',
      positions: [1],
    });
  });
});

describe('a second return', () => {
  const fresh = (paths: string[], earlier: string[]) =>
    pointsNotNamedIn(paths.map(point), earlier.map(point)).map(({ path }) => path);

  it('names nothing new when it repeats what was named, or a part of it', () => {
    expect(fresh(['people', 'sessions/r1/topic'], ['people', 'sessions'])).toEqual([]);
  });

  it('names new what was named nowhere, or only in a part', () => {
    expect(fresh(['people', 'sessions'], ['sessions/r1'])).toEqual(['people', 'sessions']);
    expect(fresh(['sessions-plan'], ['sessions'])).toEqual(['sessions-plan']);
  });
});
