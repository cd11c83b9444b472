import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, problems, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const riskScreening = form('risk-screening', {
  title: { zh: '廉政风险滚动排查情况表', en: 'Rolling screening of integrity risks' },
  note: {
    zh: '只报数字，防控档案留存本单位备查。督查只填是否和件数，不填内容。',
    en: 'Figures only; the archive stays with the unit. Of inspections only yes or no, and numbers.',
  },
  source: columnsProposed,
  fields: [
    part('risks', '廉政风险点', 'Risk points'),
    counted('risks-high', '高风险点数', 'High risks', problems, {
      carry: true,
      source: fromClause('content-2-1', '对廉政风险点实行分级管理、分级负责'),
    }),
    counted('risks-middle', '中风险点数', 'Middle risks', problems, { carry: true }),
    counted('risks-low', '低风险点数', 'Low risks', problems, { carry: true }),
    field.computed(
      'risks-total',
      { zh: '风险点合计', en: 'Risks in all' },
      { compute: { op: 'sum', of: ['risks-high', 'risks-middle', 'risks-low'] }, unit: problems },
    ),
    counted('risks-new', '其中本期新增风险点数', 'New in this period', problems),
    counted('with-post', '已明确责任岗位的风险点数', 'With a post in charge', problems, {
      source: fromClause('content-2-1', '明确到岗、责任到人'),
    }),
    counted(
      'key-links',
      '其中招采、财务、人事等重点环节风险点数',
      'In purchase, money, staff',
      problems,
      {
        source: fromClause('content-4-2', '针对易于产生行风问题的招采、财务、人事等重点环节'),
      },
    ),
    part('outside', '巡察、督查、审计发现问题', 'Found by others'),
    field.yesNo(
      'inspected',
      {
        zh: '本期是否接受过党风廉政教育、“三重一大”制度执行、中央八项规定精神落实、经济责任审计等方面督查',
        en: 'Was the unit inspected on integrity, decisions, the eight rules or audit?',
      },
      { required: true, source: fromClause('content-3-6', '等方面的工作督查') },
    ),
    counted('outside-found', '巡察、督查、审计指出问题数', 'Problems named', problems, {
      source: fromClause('content-2-2', '主动对接区委巡查、督导巡查、审计监督中发现的问题'),
    }),
    counted('outside-rectified', '其中已整改问题数', 'Of these, rectified', problems, {
      source: fromClause('content-3-6', '狠抓问题整改'),
    }),
    told('measures', '新增或调整的防控措施', 'New or changed measures', {
      required: when.more('risks-new', 0),
      maxLength: 800,
    }),
  ],
  checks: [
    ...(['risks-new', 'with-post', 'key-links'] as const).map((key) =>
      check(`${key}-tally`, {
        assert: when.notMoreThanField(key, 'risks-total'),
        missing: 'skip',
        at: key,
        message: { zh: '不能多于风险点合计。', en: 'Not more than risks in all.' },
      }),
    ),
    check('outside-tally', {
      assert: when.notMoreThanField('outside-rectified', 'outside-found'),
      missing: 'skip',
      at: 'outside-rectified',
      message: {
        zh: '已整改问题数不能多于指出问题数。',
        en: 'Not more can be rectified than were named.',
      },
    }),
  ],
});
