import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { field, form } from '../define.ts';
import { carryOver } from './carry-over.ts';
import { validateDraft } from './validate.ts';

const before = form('report', {
  title: '自查情况报告',
  fields: [
    field.section('facts', '基本情况'),
    field.integer('found', '发现问题数'),
    field.text('note', '说明'),
    field.choice('kind', '类别', { a: '甲', b: '乙' }),
    field.table('list', '清单', [field.text('what', '事项'), field.date('due', '期限')]),
  ],
});
const [section, found, note, kind, list] = before.fields;
if (!section || !found || !note || !kind || list?.kind !== 'table') throw new Error('fields');
const answers = {
  found: 3,
  note: '已整改',
  kind: 'a',
  list: [
    { id: 'r1', what: '收费公示', due: '2026-07-01' },
    { id: 'r2', what: '处方点评' },
  ],
};
const onto = (fields: typeof before.fields) => carryOver(before, { ...before, fields }, answers);

describe('answers carried over to an amended form', () => {
  it('stay as they are on the same form, and lose nothing', () => {
    expect(onto(before.fields)).toEqual({ answers, losses: [] });
  });

  it('leave a place that the form no longer has, and say which in its own words', () => {
    const { answers: carried, losses } = onto([section, found, kind, list]);
    expect(carried).not.toHaveProperty('note');
    expect(losses).toEqual([{ path: 'note', label: '说明', reason: 'field-gone', values: 1 }]);
  });

  it('are rewritten where the other kind of field says the same', () => {
    const wider = [
      field.decimal('found', '发现问题数'),
      field.longText('note', '说明'),
      field.multipleChoice('kind', '类别', { a: '甲', b: '乙' }),
      list,
    ];
    expect(onto(wider)).toEqual({
      answers: { ...answers, found: '3', kind: ['a'] },
      losses: [],
    });
  });

  it('do not stay where the field cannot hold them', () => {
    const choice = field.choice('kind', '类别', { b: '乙', c: '丙' });
    const { answers: carried, losses } = onto([found, field.date('note', '说明'), choice, list]);
    expect(Object.keys(carried)).toEqual(['found', 'list']);
    expect(losses.map(({ path, reason }) => [path, reason])).toEqual([
      ['note', 'does-not-fit'],
      ['kind', 'does-not-fit'],
    ]);
  });

  it('keep of several choices those that are still offered', () => {
    const several = (keys: string[]) =>
      form('report', {
        title: '报告',
        fields: [
          field.multipleChoice('kinds', '类别', Object.fromEntries(keys.map((key) => [key, key]))),
        ],
      });
    const some = carryOver(several(['a', 'b']), several(['b', 'c']), { kinds: ['a', 'b'] });
    expect(some.answers).toEqual({ kinds: ['b'] });
    expect(some.losses).toHaveLength(1);
    const none = carryOver(several(['a', 'b']), several(['c', 'd']), { kinds: ['a', 'b'] });
    expect(none.answers).toEqual({});
  });

  it('count the cells that a column takes with it, and keep the rows under their ids', () => {
    const narrow = field.table('list', '清单', [field.date('due', '期限')]);
    const { answers: carried, losses } = onto([section, found, note, kind, narrow]);
    expect(carried.list).toEqual([{ id: 'r1', due: '2026-07-01' }, { id: 'r2' }]);
    expect(losses).toEqual([{ path: 'list/what', label: '事项', reason: 'field-gone', values: 2 }]);
    expect(onto([found, note, kind]).losses[0]).toMatchObject({ path: 'list', values: 2 });
  });

  it('are never answers that the new form refuses, whichever fields it kept', () => {
    const kinds = [
      field.integer('found', '数'),
      field.text('found', '数'),
      field.date('found', '数'),
      field.money('found', '数'),
    ];
    fc.assert(
      fc.property(fc.subarray([...before.fields]), fc.constantFrom(...kinds), (kept, other) => {
        const fields = [...kept.filter(({ key }) => key !== 'found'), other];
        const after = { ...before, fields };
        const { answers: carried, losses } = carryOver(before, after, answers);
        expect(validateDraft(after, carried)).toEqual([]);
        const gone = Object.keys(answers).filter((key) => !(key in carried));
        expect(losses.map(({ path }) => path.split('/')[0])).toEqual(expect.arrayContaining(gone));
      }),
    );
  });
});
