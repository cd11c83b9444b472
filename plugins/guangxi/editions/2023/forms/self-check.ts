import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, problems, times, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const selfCheck = form('self-check', {
  title: { zh: '行风专项自查自纠情况表', en: 'Self-check of conduct' },
  source: columnsProposed,
  fields: [
    part('check', '自查自纠', 'Self-check'),
    counted('checks', '开展专项自查自纠次数', 'Self-checks held', times, {
      source: fromClause('item-3-3', '定期开展专项自查自纠工作'),
    }),
    field.yesNo(
      'hotline-shown',
      {
        zh: '监督举报电话是否已在医院明显位置公布',
        en: 'Is the hotline shown in a visible place?',
      },
      {
        required: true,
        carry: true,
        hint: { zh: '不需上传照片，检查时现场查看。', en: 'No photo; it is looked at on site.' },
        source: fromClause('item-3-3', '在医院明显位置公布监督举报电话'),
      },
    ),
    part('practice', '规范诊疗行为', 'Standard practice'),
    counted(
      'practice-found',
      '无依据检查、重复检查等发现问题数',
      'Groundless or repeated examinations found',
      problems,
      {
        source: fromClause('item-9-2', '重点整治无依据检查和重复检查'),
      },
    ),
    counted('practice-rectified', '规范诊疗方面已整改问题数', 'Practice: rectified', problems),
    counted('talks', '针对性分析、点评、约谈次数', 'Analyses, comments and talks', times, {
      source: fromClause('item-9-2', '及时开展针对性的分析、点评、约谈'),
    }),
    part('conduct', '廉洁从业', 'Integrity'),
    counted('conduct-found', '廉洁从业方面发现问题数', 'Integrity problems found', problems),
    counted('conduct-rectified', '廉洁从业方面已整改问题数', 'Integrity: rectified', problems),
    told('open', '未完成整改的问题、原因和完成时限', 'Still open, why, until when', {
      required: true,
      hint: { zh: '没有的填“无”。', en: 'Write “无” if there are none.' },
    }),
  ],
  checks: [
    check('practice-tally', {
      assert: when.notMoreThanField('practice-rectified', 'practice-found'),
      missing: 'skip',
      at: 'practice-rectified',
      message: {
        zh: '规范诊疗：已整改问题数不能多于发现问题数。',
        en: 'Practice: not more can be rectified than were found.',
      },
    }),
    check('conduct-tally', {
      assert: when.notMoreThanField('conduct-rectified', 'conduct-found'),
      missing: 'skip',
      at: 'conduct-rectified',
      message: {
        zh: '廉洁从业：已整改问题数不能多于发现问题数。',
        en: 'Integrity: not more can be rectified than were found.',
      },
    }),
  ],
});
