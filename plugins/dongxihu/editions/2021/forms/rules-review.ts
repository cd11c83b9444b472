import { field, form, fromClause, when } from '#plugins/sdk/define.ts';

export const rulesReview = form('rules-review', {
  title: { zh: '“留、废、改、立”制度清单', en: 'Review of rules' },
  note: {
    zh: '保留的只填数量，废止、修订、新立的逐项填写；制度文本不上传。',
    en: 'Of rules kept only the number; the others one by one. No texts are uploaded.',
  },
  source: fromClause('control-1', '确定“留、废、改、立”项目清单'),
  fields: [
    field.integer(
      'kept',
      { zh: '保留制度数', en: 'Rules kept' },
      { required: true, min: '0', unit: { zh: '项', en: 'rules' } },
    ),
    field.table(
      'rules',
      { zh: '废、改、立项目', en: 'Rules dropped, changed, made' },
      [
        field.text('rule', { zh: '制度名称', en: 'Rule' }, { required: true, maxLength: 80 }),
        field.choice(
          'decision',
          { zh: '处理', en: 'Decision' },
          {
            dropped: { zh: '废', en: 'Dropped' },
            changed: { zh: '改', en: 'Changed' },
            made: { zh: '立', en: 'Made' },
          },
          { required: true },
        ),
        field.text('reason', { zh: '理由', en: 'Reason' }, { required: true, maxLength: 120 }),
        field.date(
          'until',
          { zh: '完成时限', en: 'Until' },
          { required: true, visible: when.isNot('decision', 'dropped') },
        ),
      ],
      { maxRows: 200 },
    ),
    field.yesNo(
      'compiled',
      { zh: '是否已汇编形成本单位制度体系', en: 'Are the rules compiled?' },
      { required: true, source: fromClause('control-1', '汇编形成本单位制度体系') },
    ),
  ],
});
