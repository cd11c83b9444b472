import {
  accountability,
  defineCampaign,
  every,
  institutions,
  issuing,
  office,
  on,
  phase,
  principle,
  routine,
  stampedScan,
  task,
  work,
  type RollForwardPlan,
} from '#plugins/sdk/define.ts';
import { complaintReport, selfCheckReport } from './forms.ts';

/** How the plan is carried into another year: its title, and dates of your own if there are any. */
export const rollForward: RollForwardPlan = {
  title: (year) => `示例市${year}年医疗行业作风建设实施方案`,
  proposedDates: [],
};

/** How the document is covered: its lines that are no clause, and what carries each clause. */
export const coverage = {
  frame: [
    '示例市2026年医疗行业作风建设实施方案',
    '一、工作目标',
    '二、工作步骤',
    '三、责任追究',
    '示例市卫生健康委员会',
  ],
  notGiven: [],
  carriers: {
    breach: [{ by: 'office' as const, words: '由本委查处和通报' }],
  },
};

export const campaign = defineCampaign({
  key: 'template-2026',
  title: '示例市2026年医疗行业作风建设实施方案',
  year: 2026,
  period: { from: '2026-04-01', to: '2026-12-31' },
  document: {
    title: '示例市2026年医疗行业作风建设实施方案',
    kindName: '实施方案',
    issuer: '示例市卫生健康委员会',
    disclosure: 'public',
    disclosureInferred: true,
  },
  offices: [office('conduct-office', '行风办')],
  approval: issuing({ drafter: '行风办', checker: '办公室', signer: '分管领导' }),
  clauses: [
    principle('goal', {
      number: '一',
      title: '工作目标',
      words: '纠正医疗服务中损害群众利益的行为，树立风清气正的行业风尚。',
    }),
    work('self-check', {
      number: '二（一）',
      title: '自查自纠',
      words:
        '（一）自查自纠。2026年4月1日至6月30日，各医疗机构对照问题清单开展自查。各医疗机构于2026年6月30日前将自查情况报告报行风办。',
      phases: [
        phase('self-check', {
          title: '自查自纠',
          from: on('2026-04-01', '2026年4月1日'),
          to: on('2026-06-30', '6月30日'),
          permits: ['file', 'rectify'],
        }),
      ],
      tasks: [
        task('self-check-report', {
          title: { zh: '自查情况报告', en: 'Self-check report' },
          phase: 'self-check',
          audience: institutions(),
          due: on('2026-06-30', '2026年6月30日前'),
          to: 'conduct-office',
          form: selfCheckReport,
          deliverables: [stampedScan('scan', { zh: '盖章扫描件', en: 'Stamped scan' })],
          minutes: 90,
          quote: '将自查情况报告报行风办',
        }),
      ],
    }),
    routine('supervision', {
      number: '二（二）',
      title: '常态监督',
      words: '（二）常态监督。各医疗机构每季度结束后10日内报送投诉办理情况。',
      tasks: [
        task('complaint-report', {
          title: { zh: '投诉办理情况', en: 'Complaints handled' },
          audience: institutions({ kinds: ['hospital'] }),
          recurs: every('quarter', {
            dueOffsetDays: 10,
            from: '2026-04-01',
            to: '2026-12-31',
            wording: '每季度结束后10日内',
          }),
          to: 'conduct-office',
          form: complaintReport,
          nilReturn: true,
          minutes: 30,
          quote: '每季度结束后10日内报送投诉办理情况',
        }),
      ],
    }),
    accountability('breach', {
      number: '三',
      title: '责任追究',
      words: '对弄虚作假、隐瞒不报的单位，予以通报批评。',
    }),
  ],
});
