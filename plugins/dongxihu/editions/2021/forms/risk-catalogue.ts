import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, problems, things, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const riskCatalogue = form('risk-catalogue', {
  title: { zh: '权力清单与风险隐患目录情况表', en: 'Lists of powers and catalogue of risks' },
  note: {
    zh: '只报数字和共性风险，两张权力清单和完整目录留存本单位备查。',
    en: 'Figures and shared risks; both lists and the whole catalogue stay with the unit.',
  },
  source: columnsProposed,
  fields: [
    part('powers', '权力清单', 'Lists of powers'),
    counted('duty-powers', '职能部门职务权力事项数', 'Powers of offices', things, {
      carry: true,
      source: fromClause('screening-2', '职能部门职务权力清单'),
    }),
    counted('medical-powers', '医务人员职业权力事项数', 'Powers of medical staff', things, {
      carry: true,
      source: fromClause('screening-2', '医务人员职业权力清单'),
    }),
    part('risks', '廉洁风险点', 'Risk points'),
    counted('shared-risks', '共性风险点数', 'Shared risks', problems, {
      source: fromClause('screening-3', '对共性风险制定防范措施，集中整改落实'),
    }),
    counted('own-risks', '个性风险点数', 'Risks of one’s own', problems, {
      source: fromClause('screening-3', '对个性风险加强剖析'),
    }),
    field.computed(
      'risks-total',
      { zh: '风险点合计', en: 'Risks in all' },
      { compute: { op: 'sum', of: ['shared-risks', 'own-risks'] }, unit: problems },
    ),
    counted('high-risks', '其中高等级风险点数', 'Of these, high', problems, {
      source: fromClause('screening-4', '对廉洁风险点实行分级管理、分级负责'),
    }),
    counted(
      'with-post',
      '已明确责任岗位和整改时限的风险点数',
      'With post and time limit',
      problems,
      {
        source: fromClause('screening-4', '明确落实整改时限'),
      },
    ),
    told('shared-measures', '共性风险的防范措施', 'Measures against shared risks', {
      visible: when.more('shared-risks', 0),
      required: when.more('shared-risks', 0),
    }),
  ],
  checks: (['high-risks', 'with-post'] as const).map((key) =>
    check(`${key}-tally`, {
      assert: when.notMoreThanField(key, 'risks-total'),
      missing: 'skip',
      at: key,
      message: { zh: '不能多于风险点合计。', en: 'Not more than risks in all.' },
    }),
  ),
});
