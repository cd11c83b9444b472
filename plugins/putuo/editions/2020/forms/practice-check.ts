import { check, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, items, part, times, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

const matters = [
  {
    key: 'kickback',
    zh: '收取回扣',
    en: 'Kickbacks',
    source: fromClause('content-5-2', '各种形式收取回扣违规违法行为'),
  },
  {
    key: 'overtreatment',
    zh: '过度医疗',
    en: 'Over-treatment',
    source: fromClause('content-5-3', '坚决查处过度医疗'),
  },
  {
    key: 'fraud',
    zh: '欺诈骗保',
    en: 'Insurance fraud',
    source: fromClause('content-5-3', '欺诈骗保等严重违规行为'),
  },
];

export const practiceCheck = form('practice-check', {
  title: { zh: '执业行为自查情况表', en: 'Self-check of practice' },
  note: {
    zh: '只填件数，不写姓名和情节。属纪检监察管辖的线索按规定径送，不在本系统登记内容。',
    en: 'Numbers only. What belongs to discipline organs goes to them directly.',
  },
  source: columnsProposed,
  fields: [
    ...matters.flatMap(({ key, zh, en, source }) => [
      part(`${key}-part`, zh, en),
      counted(`${key}-found`, `${zh}：自查发现件数`, `${en}: found`, items, { source }),
      counted(`${key}-handled`, `${zh}：已处理、移交件数`, `${en}: handled or passed on`, items),
    ]),
    part('circulars', '通报', 'Circulars'),
    counted('circulated', '院内通报案例件数', 'Cases made known in the house', items, {
      source: fromClause('content-5-1', '损害行业形象的情况及时通报'),
    }),
    part('sales', '医药企业营销人员', 'Sales staff of companies'),
    counted('sales-warnings', '违规营销行为预警次数', 'Warnings of improper promotion', times, {
      hint: { zh: '预警留在本单位，只报次数。', en: 'Warnings stay in the house; numbers only.' },
      source: fromClause('content-5-4', '及时预警，果断处理'),
    }),
    told('mechanism', '合理用药、合理用材、合理检查的长效机制', 'Mechanism of rational practice', {
      required: true,
      maxLength: 800,
      source: fromClause('content-5-3', '确保合理用药、合理用材、合理检查'),
    }),
  ],
  checks: matters.map(({ key, zh, en }) =>
    check(`${key}-tally`, {
      assert: when.notMoreThanField(`${key}-handled`, `${key}-found`),
      missing: 'skip',
      at: `${key}-handled`,
      message: {
        zh: `${zh}：已处理、移交件数不能多于自查发现件数。`,
        en: `${en}: not more handled than found.`,
      },
    }),
  ),
});
