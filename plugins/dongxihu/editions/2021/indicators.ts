import { ratio } from '#plugins/sdk/define.ts';

export const inspectionCoverage = ratio('inspection-coverage', {
  title: { zh: '督导检查覆盖率', en: 'Inspection coverage' },
  definition: {
    zh: '接受督导检查的单位和科室数占应检查的单位和科室数的比例。',
    en: 'Share of units and departments that were inspected.',
  },
  numerator: { zh: '已检查的单位和科室数', en: 'Inspected' },
  denominator: { zh: '应检查的单位和科室数', en: 'To be inspected' },
  unit: { zh: '%', en: '%' },
  measure: { kind: 'register', register: 'inspections', statistic: 'unit-coverage' },
  direction: 'higher',
  target: { numerator: 1, denominator: 1 },
  quote: '督导检查范围要实现全覆盖',
});
