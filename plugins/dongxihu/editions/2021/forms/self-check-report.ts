import { check, field, form, fromClause, when } from '#plugins/sdk/define.ts';
import { counted, items, part, problems, told } from '#plugins/sdk/define/counted.ts';
import { columnsProposed } from '#plugins/sdk/define/usual-sources.ts';

export const selfCheckReport = form('self-check-report', {
  title: { zh: '自查整改情况报告', en: 'Report on self-check and rectification' },
  note: {
    zh: '只填数字和概述，报告全文以书面件报送；不写个人姓名和来信内容。',
    en: 'Figures and an outline; the report itself comes on paper. No names, no letters.',
  },
  source: columnsProposed,
  fields: [
    part('asking', '查找问题', 'Looking for problems'),
    field.yesNo(
      'box-set-up',
      { zh: '是否已设立“作风建设年”举报信箱', en: 'Is there a letter box?' },
      { required: true, source: fromClause('step-1-4', '设立“作风建设年”举报信箱') },
    ),
    counted('suggestions', '收集群众意见建议件数', 'Suggestions collected', items, {
      source: fromClause('step-1-4', '广泛收集群众意见建议和问题'),
    }),
    counted('looked-back', '“回头看”梳理不满意问题数', 'Complaints looked at again', problems, {
      source: fromClause('step-1-5', '组织好“回头看”和问题梳理'),
    }),
    part('result', '整改', 'Rectification'),
    counted('listed', '列入负面清单问题数', 'On the negative list', problems),
    counted('rectified', '其中已立行立改问题数', 'Of these, put right at once', problems),
    told('situation', '自查自纠开展情况', 'How the self-check was done', {
      required: true,
      maxLength: 1500,
    }),
    told('plan', '未完成整改的计划', 'Plan for what is still open', {
      visible: { field: 'rectified', op: 'lt', than: 'listed' },
      required: { field: 'rectified', op: 'lt', than: 'listed' },
      source: fromClause('step-1-6', '有计划、有步骤的逐条逐项开展整改工作'),
    }),
  ],
  checks: [
    check('rectified-tally', {
      assert: when.notMoreThanField('rectified', 'listed'),
      missing: 'skip',
      at: 'rectified',
      message: {
        zh: '已立行立改问题数不能多于列入负面清单问题数。',
        en: 'Not more can be put right than are on the list.',
      },
    }),
  ],
});
