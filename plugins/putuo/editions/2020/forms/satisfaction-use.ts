import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, items, part, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const satisfactionUse = form('satisfaction-use', {
  title: { zh: '投诉建议和满意度结果运用情况表', en: 'Use of suggestions and satisfaction' },
  note: {
    zh: '只填件数，不写举报人、患者和被反映人的情况。',
    en: 'Numbers only, nothing of reporters, patients or those complained of.',
  },
  source: columnsProposed,
  fields: [
    part('satisfaction', '满意度', 'Satisfaction'),
    field.decimal(
      'score',
      { zh: '医疗服务满意度得分', en: 'Satisfaction score' },
      {
        min: '0',
        max: '100',
        places: 2,
        origin: {
          system: '“OA”+廉洁风险防控平台',
          note: { zh: '由平台导入，不需填写。', en: 'Imported from the platform.' },
        },
        source: fromClause('content-3-5', '公立医院医疗服务满意度调查'),
      },
    ),
    told('weak-points', '满意度较低的环节', 'Where satisfaction is low', {
      required: true,
      maxLength: 600,
    }),
    part('suggestions', '意见建议', 'Suggestions'),
    counted('received', '收到意见建议件数', 'Suggestions received', items, {
      source: fromClause('content-3-5', '鼓励社会各界投诉举报和建言献策'),
    }),
    counted('adopted', '采纳件数', 'Adopted', items),
    told('use', '结果运用和改进情况', 'How the results were used', { required: true }),
  ],
  checks: [
    check('adopted-tally', {
      assert: when.notMoreThanField('adopted', 'received'),
      missing: 'skip',
      at: 'adopted',
      message: {
        zh: '采纳件数不能多于收到意见建议件数。',
        en: 'Not more can be adopted than were received.',
      },
    }),
  ],
});
