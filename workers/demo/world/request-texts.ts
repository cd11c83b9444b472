import { field, form } from '#plugins/sdk/define.ts';
import type { RequestContent } from '#schema/contracts/requests.ts';

const posts = {
  draft: { key: 'draft', title: '拟稿', role: 'drafter' },
  check: { key: 'check', title: '核稿', role: 'checker' },
  countersign: { key: 'countersign', title: '会签', role: 'countersigner' },
  sign: { key: 'sign', title: '签发', role: 'signer' },
} as const;

/** From the commission to the second-level hospitals, answered in words and files. */
export function consumablesRequest(
  year: number,
  named: RequestContent['to']['units'],
): RequestContent {
  return {
    title: '报送医用耗材采购使用专项自查情况',
    text: '请对照上级来件所附清单，自查上半年医用耗材采购、验收、使用和结算各环节，报送自查情况、发现的问题和整改措施。没有发现问题的，可零报告。',
    from: '行风办',
    basis: {
      kind: 'superior',
      words: '上级来件要求于7月下旬汇总医用耗材专项自查情况',
      on: `${year}-06-26`,
    },
    to: { audience: { all: [{ kind: ['hospital'] }, { level: ['secondary'] }] }, units: named },
    deadline: { on: `${year}-07-17`, hour: '17:30' },
    stampedScan: true,
    nilReply: true,
    minutes: 90,
    chain: [posts.draft, posts.check, posts.countersign, posts.sign],
  };
}

/** From a bureau to the hospitals of its own range, with a form. */
export function lettersRequest(year: number): RequestContent {
  return {
    title: '报送上半年锦旗感谢信和退还红包情况',
    text: '为准备行业作风建设半年座谈会，请报送上半年收到锦旗、感谢信和职工主动退还红包的情况。',
    from: '医政科',
    basis: { kind: 'meeting', words: '局长办公会议定事项', on: `${year}-07-01` },
    to: { audience: { kind: ['hospital'] }, units: [] },
    deadline: { on: `${year}-07-10`, hour: '12:00' },
    stampedScan: false,
    nilReply: true,
    minutes: 20,
    chain: [posts.draft, posts.countersign, posts.sign],
    form: form('thanks', {
      title: { zh: '锦旗感谢信和退还红包情况', en: 'Thanks received and red packets returned' },
      fields: [
        field.integer(
          'pennants',
          { zh: '收到锦旗', en: 'Pennants' },
          {
            required: true,
            min: '0',
            unit: { zh: '面', en: 'pieces' },
          },
        ),
        field.integer(
          'letters',
          { zh: '收到感谢信', en: 'Letters of thanks' },
          {
            required: true,
            min: '0',
            unit: { zh: '封', en: 'letters' },
          },
        ),
        field.integer(
          'returned',
          { zh: '主动退还红包', en: 'Red packets returned' },
          {
            required: true,
            min: '0',
            unit: { zh: '人次', en: 'times' },
          },
        ),
        field.longText('note', { zh: '典型事例', en: 'Examples' }, { maxLength: 800 }),
      ],
    }),
  };
}
