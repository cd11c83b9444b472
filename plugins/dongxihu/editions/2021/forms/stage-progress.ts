import { check, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, part, people, problems, times, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const stageProgress = form('stage-progress', {
  title: { zh: '学习教育与问题整改进展表', en: 'Study and rectification: progress' },
  note: {
    zh: '只填次数、人数和件数；心得体会只报人数，不上传。',
    en: 'Numbers only; of essays only how many people wrote one, none is uploaded.',
  },
  source: columnsProposed,
  fields: [
    part('study', '学习教育', 'Study'),
    counted('sessions', '主题党日、学习讨论、交流会次数', 'Sessions', times, {
      source: fromClause('study-2', '广泛组织学习讨论活动'),
    }),
    counted('members', '党员、干部人数', 'Members and cadres', people, { carry: true }),
    counted('essays', '已撰写作风建设心得体会人数', 'Of these, wrote an essay', people, {
      source: fromClause('study-2', '每名党员、干部都要撰写作风建设心得体会'),
    }),
    part('rectification', '负面清单整改', 'The negative list'),
    counted('added', '本期新增问题数', 'Problems added', problems, {
      source: fromClause('screening-0', '持续开展作风建设大排查和整改活动'),
    }),
    counted('open', '期末尚未整改完成问题数', 'Still open', problems),
    counted('long-term', '其中短期内解决不了、已列整改计划问题数', 'Of these, planned', problems, {
      source: fromClause('appraisal-1', '短期内解决不了的问题是否建立了整改计划'),
    }),
    counted(
      'appraisal-open',
      '民主评议反馈、尚未整改问题数',
      'Of the appraisal, still open',
      problems,
      {
        required: false,
        hint: {
          zh: '另报民主评议整改情况的单位和科室不填。',
          en: 'Not for those who report on the appraisal apart.',
        },
      },
    ),
    told('measures', '整改措施和成效', 'Measures and effect', { required: true }),
  ],
  checks: [
    check('essays-tally', {
      assert: when.notMoreThanField('essays', 'members'),
      missing: 'skip',
      at: 'essays',
      message: {
        zh: '撰写心得体会人数不能多于党员、干部人数。',
        en: 'Not more can write one than there are.',
      },
    }),
    check('long-term-tally', {
      assert: when.notMoreThanField('long-term', 'open'),
      missing: 'skip',
      at: 'long-term',
      message: {
        zh: '已列整改计划问题数不能多于尚未整改完成问题数。',
        en: 'Not more can be planned than are open.',
      },
    }),
  ],
});
