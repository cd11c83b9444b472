/** `{ deductionId, campaignId, organizationId }`. */
export const DEDUCTION_RECORDED = 'deduction.recorded';
export const DEDUCTION_WITHDRAWN = 'deduction.withdrawn';
/** `{ factId, campaignId, organizationId }`: recorded, confirmed or withdrawn. */
export const SCORE_FACT_CHANGED = 'score-fact.changed';
