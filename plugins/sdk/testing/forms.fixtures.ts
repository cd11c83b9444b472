import { check, field, form, when } from '../define.ts';

/** A form with every kind of field, a condition, a table, a computed value and two checks. */
export const trainingForm = form('training', {
  title: '培训与自查情况表',
  fields: [
    field.section('training', '培训'),
    field.integer('people', '培训人次', { required: true, min: '0' }),
    field.money('cost', '培训经费', { min: '0', max: '100000' }),
    field.decimal('hours', '人均学时', { places: 1 }),
    field.date('held-on', '培训日期'),
    field.month('month', '所属月份'),
    field.yesNo('found', '是否发现问题', { required: true }),
    field.section('problems-part', '问题', { visible: when.is('found', 'yes') }),
    field.multipleChoice(
      'sources',
      '问题来源',
      { self: '自查', visit: '督查', hotline: '投诉' },
      { limit: 2 },
    ),
    field.longText('why', '原因说明', {
      required: when.is('sources', 'hotline'),
      minLength: 5,
      maxLength: 20,
    }),
    field.table(
      'problems',
      '问题清单',
      [
        field.text('problem', '问题', { required: true, maxLength: 200 }),
        field.integer('amount', '金额', { min: '0' }),
        field.choice('state', '状态', { open: '整改中', closed: '已销号' }, { required: true }),
        field.date('closed-on', '销号日期', {
          required: true,
          visible: when.is('state', 'closed'),
        }),
      ],
      { required: true, maxRows: 3 },
    ),
    field.computed('amount-total', '金额合计', { compute: { op: 'sum', of: ['amount'] } }),
    field.computed('problem-count', '问题数', { compute: { op: 'row-count', of: ['problems'] } }),
    field.integer('closed', '已整改数', { min: '0' }),
    field.evidence('proof', '佐证材料', { accepts: ['file'], maxFiles: 2 }),
    field.integer('beds', '床位数', { required: true, origin: { system: '单位档案' } }),
    field.rating('mood', '总体评价', { good: '好', poor: '差' }, { unknown: true }),
    field.organization('partner', '协办单位'),
    field.post('contact', '联系岗位'),
  ],
  checks: [
    check('closed-not-more', {
      assert: when.notMoreThanField('closed', 'problem-count'),
      missing: 'skip',
      at: 'closed',
      message: { zh: '已整改数不应大于问题数', en: 'Closed must not exceed the problems.' },
    }),
    check('closed-after-training', {
      when: when.present('closed-on'),
      assert: when.notLessThanField('closed-on', 'held-on'),
      missing: 'skip',
      at: 'closed-on',
      message: '销号日期不应早于培训日期',
    }),
  ],
});

/** Answers that can be filed as they are. */
export const goodAnswers = {
  people: 120,
  cost: '3500.50',
  'held-on': '2026-05-20',
  found: 'yes',
  sources: ['self'],
  problems: [
    {
      id: 'r1',
      problem: '未公示收费标准',
      amount: 300,
      state: 'closed',
      'closed-on': '2026-06-01',
    },
    { id: 'r2', problem: '台账不全', state: 'open' },
  ],
  closed: 1,
};
