import { check, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, problems, things, told } from '#plugins/sdk/define/counted.ts';

const governances = [
  { key: 'power', zh: '规范用权', en: 'Use of power' },
  { key: 'tendering', zh: '招标采购', en: 'Tendering and procurement' },
  { key: 'insurance-fund', zh: '医保基金', en: 'Medical insurance fund' },
  { key: 'service', zh: '便民服务优流程', en: 'Convenient services' },
];

export const fourGovernances = form('four-governances', {
  title: { zh: '“四聚焦、四治理”专项活动情况表', en: 'Four focuses, four governances: progress' },
  source: fromClause('point-4-1', '聚焦关键权力、关键人员、关键资金、群众就医感受'),
  fields: [
    ...governances.flatMap(({ key, zh, en }) => [
      part(key, `${zh}专项治理`, en),
      counted(`${key}-found`, `${zh}：发现问题数`, `${en}: problems found`, problems),
      counted(`${key}-rectified`, `${zh}：已整改问题数`, `${en}: rectified`, problems),
      counted(`${key}-rules`, `${zh}：新建、修订制度数`, `${en}: rules made or revised`, things),
    ]),
    part('narrative', '情况说明', 'Narrative'),
    told('unfinished', '未完成整改的问题、原因和完成时限', 'Problems still open, why, until when', {
      required: true,
      hint: { zh: '没有的填“无”。', en: 'Write “无” if there are none.' },
    }),
  ],
  checks: governances.map(({ key, zh, en }) =>
    check(`${key}-tally`, {
      assert: when.notMoreThanField(`${key}-rectified`, `${key}-found`),
      missing: 'skip',
      at: `${key}-rectified`,
      message: {
        zh: `${zh}：已整改问题数不能多于发现问题数。`,
        en: `${en}: not more can be rectified than were found.`,
      },
    }),
  ),
});
