import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, items, part, problems, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const safeHospital = form('safe-hospital', {
  title: { zh: '平安医院创建和医疗乱象整治情况表', en: 'Safe hospital and medical disorder' },
  source: columnsProposed,
  fields: [
    part('safety', '安全防范', 'Safety'),
    field.multipleChoice(
      'measures-in-place',
      { zh: '已达到要求的防范', en: 'Measures in place' },
      {
        staff: { zh: '人防', en: 'Staff' },
        equipment: { zh: '物防', en: 'Equipment' },
        technology: { zh: '技防', en: 'Technology' },
      },
      { required: true, source: fromClause('content-6-1', '加强医院人防、物防、技防建设') },
    ),
    counted('weak-points', '安全防范问题和短板数', 'Weak points of safety', problems, {
      source: fromClause('step-3-2', '涉及医院安全的问题和短板'),
    }),
    counted('weak-points-mended', '其中已整改数', 'Of these, mended', problems),
    counted('incidents', '涉医违法犯罪行为件数', 'Offences against staff or order', items, {
      hint: { zh: '以报警件数为准，不写案情。', en: 'As reported to the police, no details.' },
      source: fromClause('content-6-1', '扰乱医疗秩序等违法犯罪行为“零容忍”'),
    }),
    part('disorder', '医疗乱象', 'Disorder'),
    counted('disorder-found', '自查发现医疗乱象件数', 'Disorder found', items, {
      source: fromClause('content-6-2', '坚决查处欺骗患者诱导消费'),
    }),
    counted('disorder-mended', '其中已即知即改件数', 'Of these, put right at once', items, {
      source: fromClause('content-6-3', '针对发现的问题即知即改'),
    }),
    told('mechanism', '与质控、公安等的协作和固化的制度', 'Co-operation and rules that stay', {
      required: true,
      maxLength: 800,
      source: fromClause('content-6-3', '加强与专业质控组、公安等部门之间的沟通协作'),
    }),
  ],
  checks: [
    check('weak-points-tally', {
      assert: when.notMoreThanField('weak-points-mended', 'weak-points'),
      missing: 'skip',
      at: 'weak-points-mended',
      message: {
        zh: '已整改数不能多于问题和短板数。',
        en: 'Not more can be mended than were found.',
      },
    }),
    check('disorder-tally', {
      assert: when.notMoreThanField('disorder-mended', 'disorder-found'),
      missing: 'skip',
      at: 'disorder-mended',
      message: {
        zh: '已即知即改件数不能多于自查发现件数。',
        en: 'Not more can be put right than were found.',
      },
    }),
  ],
});
