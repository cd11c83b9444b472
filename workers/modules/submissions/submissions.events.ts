/** A filing left its unit and arrived: `{ submissionId, revision }`. */
export const SUBMISSION_FILED = 'submission.filed';
