import { options, proposed } from '#plugins/sdk/define.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';

/** 民主评议医院行风工作指标体系: named in point seven, given nowhere. */
export const appraisalIndicators: NonNullable<Campaign['dictionaries']>[number] = {
  key: 'appraisal-indicators',
  title: { zh: '民主评议医院行风工作指标体系', en: 'Indicators of the public appraisal' },
  entries: options({
    organization: { zh: '行风组织建设', en: 'Organisation' },
    education: { zh: '行风教育培训', en: 'Education and training' },
    mechanism: { zh: '行风工作机制', en: 'Mechanisms' },
    'hot-issues': { zh: '行风热点问题', en: 'Hot issues' },
    'public-benefit': { zh: '公益性保障', en: 'Public benefit' },
    satisfaction: { zh: '出院患者满意度', en: 'Satisfaction of discharged patients' },
  }),
  source: proposed({
    zh: '原文要求制定2023—2024年度民主评议医院行风工作指标体系，没有给出指标；民主评议结合大型医院巡查，建议一级指标取巡查的五个方面和出院患者满意度，不设分值。',
    en: 'The document orders a two-year system of indicators and gives none; the five areas of the inspections and the survey of patients are proposed, without points.',
  }),
};
