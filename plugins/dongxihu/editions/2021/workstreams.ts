import type { Campaign } from '#schema/contracts/campaign/campaign.ts';

const everybody = ['机关各科室', '局属各单位'];

/** The four activities of the second phase, each with the 责任部门 that the document names. */
export const workstreams: NonNullable<Campaign['workstreams']> = [
  {
    key: 'study',
    title: { zh: '开展思想政治理论学习活动', en: 'Study' },
    posts: { lead: everybody },
  },
  {
    key: 'screening',
    title: { zh: '开展问题排查和整改工作', en: 'Screening and rectification' },
    posts: { lead: everybody },
  },
  {
    key: 'control',
    title: { zh: '进一步建立健全内控机制', en: 'Internal control' },
    posts: { lead: ['机关各科室'] },
  },
  {
    key: 'appraisal',
    title: { zh: '组织开展作风建设检查评比', en: 'Inspection and appraisal' },
    posts: { lead: ['局办公室'] },
  },
];
