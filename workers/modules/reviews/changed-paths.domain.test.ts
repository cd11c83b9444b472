import { describe, expect, it } from 'vitest';
import { field, form } from '#plugins/sdk/define.ts';
import { changedPaths } from './changed-paths.domain.ts';
import type { Frozen } from './changed-paths.domain.ts';

const trainings = form('trainings', {
  title: '培训情况',
  fields: [
    field.section('part', '一'),
    field.integer('people', '人数'),
    field.multipleChoice('sources', '来源', { self: '自查', visit: '督查' }, {}),
    field.table('sessions', '场次', [field.date('held-on', '日期'), field.text('topic', '主题')]),
  ],
});

const first = { id: 'r1', topic: '医德', 'held-on': '2026-04-01' };
const second = { id: 'r2', topic: '收费', 'held-on': '2026-05-01' };
const filed: Frozen = {
  answers: { people: 10, sources: ['self'], sessions: [first, second] },
  evidence: [
    { sha256: 'a', slot: 'deliverables/stamped' },
    { sha256: 'b', slot: 'photo' },
  ],
};
const changed = (answers: Frozen['answers'], evidence = filed.evidence) =>
  changedPaths(trainings, filed, { answers: { ...filed.answers, ...answers }, evidence });

describe('what changed since the last round', () => {
  it('is nothing when the same is filed again', () => {
    expect(changed({})).toEqual([]);
    expect(changedPaths(trainings, filed, structuredClone(filed))).toEqual([]);
  });

  it('names fields that were changed, emptied or filled', () => {
    expect(changed({ people: 11, sources: ['self', 'visit'] })).toEqual(['people', 'sources']);
    expect(changedPaths(trainings, { ...filed, answers: {} }, filed)).toEqual([
      'people',
      'sources',
      'sessions/r1',
      'sessions/r2',
    ]);
  });

  it('names the cell of a row, a new row and a row taken away, wherever they stand', () => {
    const third = { id: 'r3', topic: '回扣', 'held-on': '2026-06-01' };
    const sessions = [third, { ...second, topic: '收费公示' }];
    expect(changed({ sessions })).toEqual(['sessions/r3', 'sessions/r2/topic', 'sessions/r1']);
    expect(changed({ sessions: [second, first] })).toEqual([]);
  });

  it('names a place in the list of materials where another file was supplied', () => {
    const evidence = [
      { sha256: 'c', slot: 'deliverables/stamped' },
      { sha256: 'b', slot: 'photo' },
      { sha256: 'd', slot: 'deliverables/plan' },
    ];
    expect(changed({}, evidence)).toEqual(['deliverables/plan', 'deliverables/stamped']);
  });
});
