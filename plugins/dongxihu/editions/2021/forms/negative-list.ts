import { field, form, fromClause, proposed } from '#plugins/sdk/define.ts';
import { problemKinds } from '../problem-kinds.ts';

/** Where a problem came from; a letter of the unit's own box counts as its own finding. */
export const channels = {
  own: { zh: '本单位自查和举报信箱', en: 'Own check and letter box' },
  inspection: { zh: '巡查反馈', en: 'Inspection' },
  superior: { zh: '上级交办', en: 'Handed down' },
  'two-appraisals': { zh: '“双评议”扫码', en: 'QR code of the two appraisals' },
  'message-board': { zh: '城市留言板', en: 'City message board' },
  hotline: { zh: '市长热线投诉', en: 'Mayor’s hotline' },
};

export const waysOfFinding = {
  people: { zh: '群众提', en: 'Raised by people' },
  self: { zh: '自己找', en: 'Found oneself' },
  mutual: { zh: '互相帮', en: 'Pointed out by colleagues' },
  together: { zh: '集体议', en: 'Discussed together' },
};

export const negativeList = form('negative-list', {
  title: { zh: '自查自纠负面清单表', en: 'Negative list of the self-check' },
  note: {
    zh: '表名按附件目录（附件2表头写作“自省自清负面清单”）。原表栏目缺失，以下栏目为本平台建议；只写问题，不写个人姓名。',
    en: 'Titled as in the list of annexes; the heading of annex 2 differs. Its columns are lost, these are proposed.',
  },
  source: fromClause('annex-2', '《自查自纠负面清单表》'),
  fields: [
    field.table(
      'problems',
      { zh: '负面清单', en: 'Negative list' },
      [
        field.integer('number', { zh: '序号', en: 'No.' }, { required: true, min: '1' }),
        field.choice('kind', { zh: '问题类别', en: 'Kind' }, problemKinds, { required: true }),
        field.longText(
          'problem',
          { zh: '问题表现', en: 'What the problem is' },
          { required: true, maxLength: 300 },
        ),
        field.choice('channel', { zh: '来源渠道', en: 'Came from' }, channels, { required: true }),
        field.choice('way', { zh: '查找方式', en: 'Found how' }, waysOfFinding, {
          required: true,
        }),
      ],
      {
        required: true,
        minRows: 1,
        maxRows: 200,
        source: proposed({
          zh: '附件2的栏目在所得文本中缺失；类别取自第二部分六个方面，渠道和方式取自第一阶段要求。',
          en: 'The columns of annex 2 are lost; kinds are those of part two, channels and ways those of the first phase.',
        }),
      },
    ),
    field.computed(
      'problem-count',
      { zh: '问题数', en: 'Problems' },
      { compute: { op: 'row-count', of: ['problems'] }, unit: { zh: '个', en: 'problems' } },
    ),
  ],
});
