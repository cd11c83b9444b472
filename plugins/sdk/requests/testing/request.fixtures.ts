import type { RequestContent } from '#schema/contracts/requests.ts';

export const requestChain: RequestContent['chain'] = [
  { key: 'draft', title: '拟稿', role: 'drafter' },
  { key: 'check', title: '核稿', role: 'checker' },
  { key: 'sign', title: '签发', role: 'signer' },
];

/** 上级来件: all hospitals reply freely until Friday 17 July 2026, 17:30. */
export function requestContent(changes: Partial<RequestContent> = {}): RequestContent {
  return {
    title: '报送医用耗材专项自查情况',
    text: '请各单位对照清单自查，报送自查情况和整改措施。',
    from: '行风办',
    basis: { kind: 'superior', words: '上级来件要求', number: '国卫办医函〔2026〕9号' },
    to: { audience: { kind: ['hospital'] }, units: [] },
    deadline: { on: '2026-07-17', hour: '17:30' },
    stampedScan: false,
    nilReply: true,
    minutes: 60,
    chain: requestChain,
    ...changes,
  };
}
