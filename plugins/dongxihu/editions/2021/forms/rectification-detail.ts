import { field, form, fromClause, proposed, when } from '#plugins/sdk/define.ts';

const states = {
  done: { zh: '已完成', en: 'Done' },
  going: { zh: '整改中', en: 'Going on' },
  planned: { zh: '已列计划（短期内解决不了）', en: 'Planned, cannot be solved soon' },
};

export const rectificationDetail = form('rectification-detail', {
  title: { zh: '负面清单整改落实情况明细表', en: 'Rectification of the negative list' },
  note: {
    zh: '原表栏目缺失，以下栏目为本平台建议。责任人填岗位，不填姓名；整改完成由单位填写，是否销号由本局审核。',
    en: 'The columns are lost, these are proposed. Posts, never names; the bureau strikes off, not the unit.',
  },
  source: fromClause('annex-3', '《负面清单整改落实情况明细表》'),
  fields: [
    field.table(
      'measures',
      { zh: '整改落实情况', en: 'Rectification' },
      [
        field.integer(
          'number',
          { zh: '负面清单序号', en: 'No. in the negative list' },
          { required: true, min: '1' },
        ),
        field.longText(
          'measure',
          { zh: '整改措施', en: 'Measure' },
          { required: true, maxLength: 300 },
        ),
        field.post('post', { zh: '责任人（岗位）', en: 'Post in charge' }, { required: true }),
        field.date('until', { zh: '完成时限', en: 'Until' }, { required: true }),
        field.choice('state', { zh: '落实情况', en: 'State' }, states, { required: true }),
        field.longText(
          'open-reason',
          { zh: '未完成原因', en: 'Why not done' },
          { visible: when.isNot('state', 'done'), maxLength: 200 },
        ),
      ],
      {
        required: true,
        minRows: 1,
        maxRows: 200,
        source: proposed({
          zh: '附件3的栏目在所得文本中缺失；措施、责任人、完成时限是第一阶段写明的三项，其余为建议。',
          en: 'The columns of annex 3 are lost; measure, person and time limit are named in the first phase, the rest is proposed.',
        }),
      },
    ),
  ],
});
