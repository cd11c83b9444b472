import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, problems, things, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const powerAndRisk = form('power-and-risk', {
  title: { zh: '权责清单与廉政风险排查情况表', en: 'Lists of powers and integrity risks' },
  note: {
    zh: '只报数字和制度情况，清单本身留存本单位备查。',
    en: 'Figures only; the lists themselves stay with the unit.',
  },
  source: columnsProposed,
  fields: [
    part('powers', '权责清单', 'Powers and duties'),
    counted('powers-listed', '列入权责清单事项数', 'Powers listed', things, {
      carry: true,
      source: fromClause('point-4-3', '梳理权责清单'),
    }),
    field.date(
      'list-revised-on',
      { zh: '清单最近修订日期', en: 'Last revision of the list' },
      {
        required: true,
        carry: true,
      },
    ),
    part('risks', '廉政风险隐患', 'Integrity risks'),
    counted('risks-high', '高风险点数', 'High risks', problems, {
      carry: true,
      source: fromClause('point-4-3', '排查廉政风险隐患'),
    }),
    counted('risks-middle', '中风险点数', 'Middle risks', problems, { carry: true }),
    counted('risks-low', '低风险点数', 'Low risks', problems, { carry: true }),
    field.computed(
      'risks-total',
      { zh: '风险点合计', en: 'Risks in all' },
      {
        compute: { op: 'sum', of: ['risks-high', 'risks-middle', 'risks-low'] },
        unit: problems,
      },
    ),
    counted(
      'high-without-measure',
      '尚无防控措施的高风险点数',
      'High risks still without a measure',
      problems,
    ),
    part('gaps', '短板漏洞与制度', 'Gaps and rules'),
    counted('rules-revised', '因此新建、修订制度数', 'Rules made or revised for it', things, {
      source: fromClause('point-4-3', '完善制度，堵塞漏洞'),
    }),
    told('gaps-found', '查找出的主要短板和漏洞', 'Main gaps found', { required: true }),
  ],
  checks: [
    check('high-risk-measures', {
      assert: when.notMoreThanField('high-without-measure', 'risks-high'),
      missing: 'skip',
      at: 'high-without-measure',
      message: {
        zh: '尚无防控措施的高风险点数不能多于高风险点数。',
        en: 'Not more high risks can lack a measure than there are.',
      },
    }),
  ],
});
