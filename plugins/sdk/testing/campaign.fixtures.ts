import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import {
  defineCampaign,
  field,
  form,
  institutions,
  issuing,
  office,
  on,
  phase,
  principle,
  ratio,
  stampedScan,
  task,
  work,
  type CampaignDefinition,
} from '../define.ts';

const selfCheckReport = form('self-check-report', {
  title: { zh: '自查情况报告', en: 'Self-check report' },
  fields: [
    field.integer('problems', '自查发现问题数', { required: true, min: '0', unit: '个' }),
    field.integer('rectified', '已整改问题数', { required: true, min: '0', unit: '个' }),
    field.longText('summary', '自查情况', { required: true, maxLength: 2000 }),
  ],
});

/** A campaign without a fault: one principle, one phase, one task, one indicator. */
export function smallCampaign(changes: Partial<CampaignDefinition> = {}): Campaign {
  return defineCampaign({
    key: 'conduct-2020',
    title: '2020年行业作风建设专项行动',
    year: 2020,
    period: { from: '2020-09-01', to: '2020-12-31' },
    document: {
      title: '2020年行业作风建设专项行动实施方案',
      kindName: '实施方案',
      number: '某卫〔2020〕1号',
      issuer: '某区卫生健康委员会',
      signedOn: '2020-08-31',
      disclosure: 'public',
    },
    offices: [office('medical', '医政科')],
    approval: issuing({ drafter: '医政科', checker: '办公室', signer: '分管领导' }),
    phases: [
      phase('self-check', {
        title: '自查整改',
        clause: 'steps',
        from: on('2020-09-01', '9月1日'),
        to: on('2020-11-30', '11月30日'),
        permits: ['file', 'rectify'],
      }),
    ],
    clauses: [
      principle('goal', { number: '一', title: '工作目标', words: '树立风清气正的行业新风尚。' }),
      work('steps', {
        number: '二',
        title: '步骤',
        words: '分阶段进行。',
        clauses: [
          work('self-check', {
            number: '（一）',
            words: '2020年11月13日前，各医疗机构要将本单位自查情况书面报医政科。',
            tasks: [
              task('self-check-report', {
                title: { zh: '自查情况报告', en: 'Self-check report' },
                phase: 'self-check',
                audience: institutions(),
                due: on('2020-11-13', '2020年11月13日前'),
                to: 'medical',
                form: selfCheckReport,
                deliverables: [stampedScan('stamped', '盖章扫描件')],
                minutes: 90,
                quote: '将本单位自查情况书面报医政科',
              }),
            ],
            indicators: [
              ratio('self-check-on-time', {
                title: '自查报告按时率',
                definition: '按时报送自查情况报告的单位数占应报送单位数的比例',
                numerator: '按时报送单位数',
                denominator: '应报送单位数',
                unit: '%',
                measure: { kind: 'filings', statistic: 'on-time' },
                direction: 'higher',
                answers: [{ common: 'on-time-filing', match: 'near', note: '含延期' }],
              }),
            ],
          }),
        ],
      }),
    ],
    ...changes,
  });
}
