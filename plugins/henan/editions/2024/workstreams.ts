import type { Campaign } from '#schema/contracts/campaign/campaign.ts';

/**
 * The four special governances of 四聚焦四治理, the five special supervisions that another authority
 * leads, and the clean hospitals. The document names no lead for the others.
 */
export const workstreams: NonNullable<Campaign['workstreams']> = [
  { key: 'power-use', title: { zh: '规范用权', en: 'Use of power' } },
  { key: 'tendering', title: { zh: '招标采购', en: 'Tendering and procurement' } },
  { key: 'insurance-fund', title: { zh: '医保基金', en: 'Medical insurance fund' } },
  { key: 'convenient-service', title: { zh: '便民服务优流程', en: 'Convenient services' } },
  {
    key: 'five-supervisions',
    title: { zh: '五个专项监督', en: 'Five special supervisions' },
    posts: { lead: ['省纪委'], support: ['各级卫生健康行政部门和医疗卫生单位'] },
  },
  { key: 'clean-hospitals', title: { zh: '清廉医院创建', en: 'Clean hospitals' } },
];
