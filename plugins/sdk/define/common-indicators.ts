import { proposed } from './sources.ts';
import { ratio, type IndicatorNode } from './works.ts';

const filingReason = {
  zh: '文件未设此指标；各地都能由报送记录直接算出，用于地区情况对比。',
  en: 'Not in the document; every region can count it from its filings, so regions can be compared.',
};
const filings = {
  unit: { zh: '%', en: '%' },
  direction: 'higher' as const,
  source: proposed(filingReason),
};

const onTimeFiling = ratio('on-time-filing', {
  ...filings,
  title: { zh: '按时报送率', en: 'Filed on time' },
  definition: {
    zh: '期内到期应报送的报送件中，在截止时间前（含当日，准予延期的按延期后）首次报送的比例；免报不计入，未到期不计入。',
    en: 'Of the filings that fell due in the period, the share first filed by the deadline (or the extended one); exempt and not yet due are left out.',
  },
  numerator: { zh: '按时报送件数', en: 'Filed on time' },
  denominator: { zh: '到期应报送件数', en: 'Due' },
  measure: { kind: 'filings', statistic: 'on-time' },
  answers: [{ common: 'on-time-filing-rate', match: 'same' }],
});

const firstPass = ratio('first-pass', {
  ...filings,
  title: { zh: '一次通过率', en: 'Accepted at first review' },
  definition: {
    zh: '期内审核完毕的报送件中，未经退回修改即审核通过的比例；零报告不计入。',
    en: 'Of the filings whose review was finished, the share accepted without being returned; nil returns are left out.',
  },
  numerator: { zh: '一次审核通过件数', en: 'Accepted at once' },
  denominator: { zh: '审核完毕件数', en: 'Reviewed' },
  measure: { kind: 'filings', statistic: 'first-pass' },
  answers: [{ common: 'first-pass-rate', match: 'same' }],
});

const rectifiedAfterReturn = ratio('rectified-after-return', {
  ...filings,
  title: { zh: '退回整改完成率', en: 'Mended after return' },
  definition: {
    zh: '期内曾被退回修改的报送件中，已修改并审核通过的比例。',
    en: 'Of the filings returned for correction, the share mended and accepted.',
  },
  numerator: { zh: '退回后审核通过件数', en: 'Accepted after return' },
  denominator: { zh: '退回修改件数', en: 'Returned' },
  measure: { kind: 'filings', statistic: 'rectified-after-return' },
  answers: [{ common: 'return-rectified-rate', match: 'same' }],
});

/**
 * The three indicators every region can count from its filings, and by which regions are compared.
 * No document has them, so each says that it is proposed. `work('reports', { indicators: commonIndicators() })`
 */
export function commonIndicators(): IndicatorNode[] {
  return [onTimeFiling, firstPass, rectifiedAfterReturn];
}
