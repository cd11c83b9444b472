import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { registerCampaign } from '#plugins/sdk/testing/register.fixtures.ts';
import { FieldSchema } from '#schema/contracts/campaign/form.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import {
  dependentsOf,
  fieldAt,
  fieldKinds,
  insertField,
  intoTable,
  moveTo,
  newField,
  outOfTable,
  removeField,
} from './field-list.ts';

const form: Form = {
  key: 'problem',
  title: '问题登记表',
  fields: [
    {
      kind: 'choice',
      key: 'done',
      label: '是否开展',
      options: [
        { key: 'yes', label: '是' },
        { key: 'no', label: '否' },
      ],
    },
    {
      kind: 'integer',
      key: 'people',
      label: '人数',
      required: { field: 'done', op: 'eq', value: 'yes' },
    },
    { kind: 'integer', key: 'trained', label: '参训人数' },
    {
      kind: 'computed',
      key: 'share',
      label: '参训率',
      compute: { op: 'ratio', of: ['trained', 'people'] },
    },
    {
      kind: 'table',
      key: 'visits',
      label: '检查',
      columns: [
        { kind: 'date', key: 'on', label: '日期' },
        { kind: 'text', key: 'at', label: '地点' },
      ],
    },
  ],
  checks: [
    {
      key: 'not-more',
      assert: { field: 'trained', op: 'le', than: 'people' },
      missing: 'skip',
      at: 'trained',
      message: '参训人数不得多于人数',
    },
  ],
};
const order = (of: Form) => of.fields.map(({ key }) => key);
const words = { label: '未命名', option: (number: number) => `选项${number}` };

describe('the fields of a form', () => {
  test('move among each other, and a column inside its table', () => {
    expect(order(moveTo(form, { field: 'trained' }, 0))).toEqual([
      'trained',
      'done',
      'people',
      'share',
      'visits',
    ]);
    const table = fieldAt(moveTo(form, { field: 'visits', column: 'at' }, 0), { field: 'visits' });
    expect(table).toMatchObject({ columns: [{ key: 'at' }, { key: 'on' }] });
  });

  test('stay where they are at either end', () => {
    expect(moveTo(form, { field: 'done' }, -1)).toEqual(form);
    expect(moveTo(form, { field: 'visits' }, 5)).toEqual(form);
  });

  test('go into a table as its last column and come out behind it, with the same key', () => {
    const inside = intoTable(form, 'trained', 'visits');
    expect(fieldAt(inside, { field: 'visits', column: 'trained' })).toMatchObject({
      label: '参训人数',
    });
    expect(order(inside)).not.toContain('trained');
    expect(order(outOfTable(inside, 'visits', 'trained'))).toEqual([
      'done',
      'people',
      'share',
      'visits',
      'trained',
    ]);
  });

  test('never leave a table without columns, and no table goes into a table', () => {
    const one = outOfTable(form, 'visits', 'on');
    expect(outOfTable(one, 'visits', 'at')).toEqual(one);
    const two = insertField(form, newField('table', [], words), 0);
    expect(intoTable(two, 'field-1', 'visits')).toEqual(two);
  });
});

test('a new field of every kind but a computed one is sound as it is', () => {
  for (const kind of fieldKinds) {
    const field = newField(kind, ['field-1'], words);
    expect(v.safeParse(FieldSchema, field).success).toBe(kind !== 'computed');
    expect(field.key).not.toBe('field-1');
  }
});

describe('a field that is removed', () => {
  test('takes conditions, computations and checks with it', () => {
    const rest = removeField(form, { field: 'people' });
    expect(fieldAt(rest, { field: 'share' })).toMatchObject({ compute: { of: ['trained'] } });
    expect(rest.checks).toEqual([]);
    const without = removeField(rest, { field: 'trained' });
    expect(order(without)).toEqual(['done', 'visits']);
  });

  test('leaves a field that depended on it without its condition', () => {
    const rest = removeField(form, { field: 'done' });
    expect(fieldAt(rest, { field: 'people' })).not.toHaveProperty('required');
  });

  test('is told with everything that speaks of it, outside the form too', () => {
    const campaign = registerCampaign();
    const problem = campaign.forms.find(({ key }) => key === 'problem');
    if (!problem) throw new Error('no form');
    expect(dependentsOf(problem, 'measures', campaign)).toEqual([
      { kind: 'register', title: '问题整改台账' },
    ]);
    expect(dependentsOf(form, 'people', campaign).map(({ kind }) => kind)).toEqual([
      'computed',
      'check',
    ]);
    expect(dependentsOf(form, 'done', campaign)).toEqual([{ kind: 'condition', title: '人数' }]);
  });
});
