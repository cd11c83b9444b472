import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, things, told } from '#plugins/sdk/define/counted.ts';

export const sixtyMeasures = form('sixty-measures', {
  title: { zh: '改善医疗服务60条措施进展表', en: 'Sixty measures: progress' },
  note: {
    zh: '与本单位无关的措施列入“不适用”。销号由主管部门审核，单位只申请。',
    en: 'Measures that do not concern the unit are “not applicable”. The authority strikes off; the unit asks.',
  },
  source: fromClause('measure-4-3', '《进一步改善医疗服务60条措施》'),
  fields: [
    part('tally', '60条措施分布', 'The sixty measures'),
    counted('not-applicable', '不适用条数', 'Not applicable', things, { max: '60', carry: true }),
    counted('not-started', '尚未启动条数', 'Not started', things, { max: '60' }),
    counted('in-progress', '正在推进条数', 'In progress', things, { max: '60' }),
    counted('strike-off-asked', '申请销号条数', 'Strike-off asked for', things, { max: '60' }),
    counted('struck-off', '已销号条数', 'Struck off', things, {
      max: '60',
      source: fromClause('measure-4-3', '挂图作战和销号管理'),
    }),
    field.computed(
      'total',
      { zh: '合计（应为60条）', en: 'Total (should be 60)' },
      {
        compute: {
          op: 'sum',
          of: ['not-applicable', 'not-started', 'in-progress', 'strike-off-asked', 'struck-off'],
        },
        unit: things,
      },
    ),
    part('late-part', '超过时间节点', 'Past their time node'),
    counted('late', '超过时间节点未完成条数', 'Past their time node', things, {
      max: '60',
      source: fromClause('measure-4-3', '按照时间节点'),
    }),
    told('late-reasons', '原因和完成时限', 'Why, and until when', {
      visible: when.more('late', 0),
      required: when.more('late', 0),
      maxLength: 600,
    }),
    told('not-applicable-reasons', '不适用的措施及理由', 'Which do not apply, and why', {
      visible: when.more('not-applicable', 0),
      required: when.more('not-applicable', 0),
      carry: true,
      maxLength: 600,
    }),
  ],
  checks: [
    check('adds-up-to-sixty', {
      assert: when.is('total', 60),
      missing: 'skip',
      at: 'total',
      message: {
        zh: '五项条数相加应为60条，请核对。',
        en: 'The five numbers should add up to 60.',
      },
    }),
  ],
});
