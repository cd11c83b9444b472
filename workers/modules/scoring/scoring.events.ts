/** `{ deductionId, campaignId, organizationId }`. */
export const DEDUCTION_RECORDED = 'deduction.recorded';
export const DEDUCTION_WITHDRAWN = 'deduction.withdrawn';
