/** A unit wrote upward: `{ petitionId, addresseeId }`. */
export const PETITION_FILED = 'petition.filed';
/** The office answered: `{ petitionId, organizationId }`. */
export const PETITION_ANSWERED = 'petition.answered';
