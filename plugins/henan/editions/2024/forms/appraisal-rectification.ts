import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, problems, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

const letters = { zh: '份', en: 'letters' };

/** Rectification after 民主评议; hospitals report their own, bureaus what they organised. */
export const appraisalRectification = form('appraisal-rectification', {
  title: { zh: '民主评议行风问题整改情况表', en: 'Rectification after the public appraisal' },
  source: columnsProposed,
  fields: [
    part('survey', '出院患者满意度', 'Satisfaction of discharged patients'),
    field.decimal(
      'satisfaction',
      { zh: '第三方问卷调查得分', en: 'Score of the third party' },
      {
        min: '0',
        max: '100',
        places: 2,
        origin: {
          system: '第三方出院患者满意度调查',
          note: { zh: '由调查机构导入，不需填写。', en: 'Imported from the survey provider.' },
        },
        source: fromClause('point-7', '开展出院患者满意度第三方问卷调查'),
      },
    ),
    part('rectification', '问题整改', 'Rectification'),
    counted('proposals', '收到（下发）问题整改建议书份数', 'Rectification letters', letters, {
      source: fromClause('point-7', '下发问题整改建议书，限时整改'),
    }),
    counted('problems-listed', '建议书所列问题数', 'Problems named', problems),
    counted('problems-rectified', '已整改问题数', 'Rectified', problems),
    counted('problems-overdue', '超过限定时间未整改问题数', 'Past their time limit', problems),
    told('overdue-reasons', '未按时整改的原因和措施', 'Why late, and what is done', {
      visible: when.more('problems-overdue', 0),
      required: when.more('problems-overdue', 0),
    }),
    told('effects', '巩固行评工作成效的做法', 'How the effect is kept', { maxLength: 800 }),
  ],
  checks: [
    check('rectified-tally', {
      assert: when.notMoreThanField('problems-rectified', 'problems-listed'),
      missing: 'skip',
      at: 'problems-rectified',
      message: {
        zh: '已整改问题数不能多于建议书所列问题数。',
        en: 'Not more can be rectified than were named.',
      },
    }),
    check('overdue-tally', {
      assert: when.notMoreThanField('problems-overdue', 'problems-listed'),
      missing: 'skip',
      at: 'problems-overdue',
      message: {
        zh: '超过限定时间未整改问题数不能多于建议书所列问题数。',
        en: 'Not more can be late than were named.',
      },
    }),
  ],
});
