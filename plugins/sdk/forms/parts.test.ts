import { describe, expect, it } from 'vitest';
import { check, field, form } from '../define.ts';
import { mergeFieldChanges } from './drafts.ts';
import { answersTo, fieldsInSection, isHandable, partChanges, partForm } from './parts.ts';
import { validateFiling } from './validate.ts';

const report = form('report', {
  title: '情况表',
  fields: [
    field.integer('people', '参加人数', { required: true }),
    field.section('drugs', '用药'),
    field.integer('prescriptions', '处方数', { required: true }),
    field.integer('reviewed', '点评数', { required: { field: 'people', op: 'gt', value: 0 } }),
    field.longText('why', '未点评原因', { visible: { field: 'reviewed', op: 'eq', value: 0 } }),
    field.longText('remark', '说明', { visible: { field: 'people', op: 'gt', value: 9 } }),
    field.table('list', '点评清单', [field.text('name', '药品'), field.integer('count', '数量')]),
    field.evidence('proof', '佐证', { accepts: ['file'] }),
    field.section('nursing', '护理'),
    field.integer('wards', '病区数'),
  ],
  checks: [
    check('reviewed-within', {
      assert: { field: 'reviewed', op: 'le', than: 'prescriptions' },
      missing: 'skip',
      at: 'reviewed',
      message: '点评数不应大于处方数',
    }),
    check('people-enough', {
      assert: { field: 'reviewed', op: 'le', than: 'people' },
      missing: 'skip',
      at: 'reviewed',
      message: '点评数不应大于人数',
    }),
  ],
});
const drugs = ['prescriptions', 'reviewed', 'why', 'remark', 'list'];

describe('a section given to a department', () => {
  it('is its fields up to the next section, without files', () => {
    expect(fieldsInSection(report, 'drugs')).toEqual(drugs);
    expect(fieldsInSection(report, 'nursing')).toEqual(['wards']);
    expect(fieldsInSection(report, 'people')).toEqual([]);
    expect(report.fields.filter(isHandable).map(({ key }) => key)).not.toContain('proof');
  });

  it('becomes a form of its own that asks nothing about the fields of others', () => {
    const part = partForm(report, drugs);
    expect(part.fields.map(({ key }) => key)).toEqual(['drugs', ...drugs]);
    expect(part.checks?.map(({ key }) => key)).toEqual(['reviewed-within']);
    expect(validateFiling(part, { prescriptions: 5 })).toEqual([]);
    expect(validateFiling(part, { reviewed: 3 }).map(({ path }) => path)).toEqual([
      'prescriptions',
    ]);
    const tooMany = validateFiling(part, { prescriptions: 5, reviewed: 6, remark: '说明' });
    expect(tooMany.map(({ path }) => path)).toEqual(['reviewed']);
  });

  it('keeps the conditions that it can decide itself', () => {
    const part = partForm(report, drugs);
    const [why, remark] = ['why', 'remark'].map((key) =>
      part.fields.find((each) => each.key === key),
    );
    expect(why).toHaveProperty('visible');
    expect(remark).not.toHaveProperty('visible');
  });

  it('takes along its own answers and no others', () => {
    expect(answersTo({ people: 9, wards: 3, reviewed: 2 }, drugs)).toEqual({ reviewed: 2 });
  });
});

describe('what comes back from a department', () => {
  const row = (id: string, count: number) => ({ id, name: '某药', count });
  const handed = {
    answers: { prescriptions: 1, list: [row('a', 1), row('b', 2)] },
    revisions: { prescriptions: 2, 'list/a': 1, 'list/b': 1 },
  };
  const back = { prescriptions: 5, reviewed: 4, list: [row('a', 1), row('c', 3)] };
  const changes = partChanges(report, drugs, { handed, answers: back });

  it('is only what it changed, based on what was handed out', () => {
    expect(changes).toEqual([
      { path: 'prescriptions', value: 5, basedOn: 2 },
      { path: 'reviewed', value: 4, basedOn: 0 },
      { path: 'list/c', value: { name: '某药', count: 3 }, basedOn: 0 },
      { path: 'list/b', basedOn: 1 },
    ]);
  });

  it('merges with what the clerk did elsewhere meanwhile', () => {
    const state = {
      answers: { ...handed.answers, people: 30 },
      revisions: { ...handed.revisions, people: 1 },
    };
    const merged = mergeFieldChanges(report, state, changes);
    expect(merged.conflicts).toEqual([]);
    expect(merged.state.answers).toEqual({ people: 30, ...back });
  });

  it('never goes over what the clerk changed in the same place', () => {
    const state = {
      answers: { ...handed.answers, prescriptions: 8 },
      revisions: { ...handed.revisions, prescriptions: 3 },
    };
    const merged = mergeFieldChanges(report, state, changes);
    expect(merged.conflicts.map(({ path }) => path)).toEqual(['prescriptions']);
    expect(merged.state.answers['prescriptions']).toBe(8);
  });
});
