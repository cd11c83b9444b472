import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, problems, told } from '#plugins/sdk/define/counted.ts';

/** The four demands that units check themselves against; the third names a file of the city's. */
export const demands = [
  {
    key: 'integrity',
    zh: '党风廉政建设、基层党建、意识形态责任制和执行财经纪律',
    en: 'Integrity, party building, responsibility and financial discipline',
    quote: '对照“党风廉政建设、基层党建、意识形态责任制和执行财经纪律”的要求',
  },
  {
    key: 'national-notice',
    zh: '国家卫健委《通知》',
    en: 'The national notice',
    quote: '对照国家卫健委《通知》',
  },
  {
    key: 'kickback-files',
    zh: '加强医药产品回扣治理1+7文件',
    en: 'The 1+7 files on kickbacks',
    quote: '“市卫生健康委关于加强医药产品回扣治理1+7文件”要求',
  },
  {
    key: 'crime-campaign',
    zh: '扫黑除恶专项斗争',
    en: 'The campaign against organised crime',
    quote: '对照“扫黑除恶专项斗争”要求全面开展自查自纠',
  },
];

export const selfCheckReport = form('self-check-report', {
  title: { zh: '自查情况报告', en: 'Self-check report' },
  note: {
    zh: '只填问题数和整改情况，不填会议内容、个人姓名和线索内容；自查情况全文以盖章件报送。',
    en: 'Numbers and rectification only; no minutes, names or leads. The report itself comes stamped.',
  },
  source: fromClause('step-2-1', '重点排查在制度流程执行方面存在的问题'),
  fields: [
    ...demands.flatMap(({ key, zh, en, quote }) => [
      part(`${key}-part`, `对照${zh}`, en),
      field.yesNo(
        `${key}-checked`,
        { zh: '是否已对照自查', en: 'Checked?' },
        { required: true, source: fromClause('step-2-1', quote) },
      ),
      counted(`${key}-found`, `${zh}：发现问题数`, `${en}: problems found`, problems),
    ]),
    field.computed(
      'found-total',
      { zh: '发现问题合计', en: 'Problems in all' },
      { compute: { op: 'sum', of: demands.map(({ key }) => `${key}-found`) }, unit: problems },
    ),
    part('procedures', '制度流程', 'Rules and procedures'),
    counted(
      'procedure-problems',
      '其中制度流程执行方面问题数',
      'Of these, in carrying out rules and procedures',
      problems,
    ),
    counted('rectified', '已即知即改问题数', 'Put right at once', problems),
    told('main-problems', '主要问题（不写个人姓名）', 'Main problems (no personal names)', {
      visible: when.more('found-total', 0),
      required: when.more('found-total', 0),
    }),
    told('situation', '自查自纠开展情况', 'How the self-check was done', {
      required: true,
      maxLength: 2000,
    }),
  ],
  checks: [
    check('procedure-tally', {
      assert: when.notMoreThanField('procedure-problems', 'found-total'),
      missing: 'skip',
      at: 'procedure-problems',
      message: {
        zh: '制度流程方面问题数不能多于发现问题合计。',
        en: 'Not more of them than problems in all.',
      },
    }),
    check('rectified-tally', {
      assert: when.notMoreThanField('rectified', 'found-total'),
      missing: 'skip',
      at: 'rectified',
      message: {
        zh: '已整改问题数不能多于发现问题合计。',
        en: 'Not more can be put right than were found.',
      },
    }),
  ],
});
