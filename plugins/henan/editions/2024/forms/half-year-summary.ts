import { check, form, fromClause, when } from '#plugins/sdk/define.ts';
import {
  attendances,
  counted,
  items,
  part,
  people,
  times,
  told,
} from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const halfYearSummary = form('half-year-summary', {
  title: { zh: '行风建设工作半年小结', en: 'Half-year conduct summary' },
  source: columnsProposed,
  fields: [
    part('team', '队伍与培训', 'Team and training'),
    counted('team-size', '行风队伍人数', 'Members of the conduct team', people, { carry: true }),
    counted('trainings', '业务教育培训次数', 'Trainings held', times, {
      source: fromClause('point-3-2', '开展业务教育培训'),
    }),
    counted('attendances', '培训人次', 'Attendances', attendances),
    part('analysis', '形势研判与请示汇报', 'Analysis and reporting upward'),
    counted('analyses', '研判行风工作形势次数', 'Situation analyses', times, {
      source: fromClause('point-3-3', '定期研判行风工作形势'),
    }),
    counted('reports-upward', '重大问题请示汇报件数', 'Major matters reported upward', items, {
      source: fromClause('point-3-3', '重大问题请示汇报制度'),
    }),
    counted('coordination-meetings', '部门沟通协调次数', 'Coordination meetings', times, {
      source: fromClause('point-3-4', '强化部门协调机制'),
    }),
    part('narrative', '工作情况', 'Narrative'),
    told('progress', '主要做法与成效', 'What was done', { required: true, maxLength: 1500 }),
    told('shortcomings', '存在问题', 'Shortcomings', { required: true }),
    told('next-steps', '下步打算', 'Next steps', { required: true, maxLength: 800 }),
  ],
  checks: [
    check('attendances-with-trainings', {
      when: when.is('trainings', 0),
      assert: when.is('attendances', 0),
      missing: 'skip',
      at: 'attendances',
      message: {
        zh: '培训次数为0时，培训人次应为0。',
        en: 'Without a training there are no attendances.',
      },
    }),
  ],
});
