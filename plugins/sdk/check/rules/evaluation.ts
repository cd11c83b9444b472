import { findEvaluationProblems } from '../../scoring/evaluation-problems.ts';
import { words, type CampaignRule } from '../problem.ts';

/** Ledgers, combinations, rankings, alerts and uses that add up and refer to what exists. */
export const evaluation: CampaignRule = (campaign) =>
  findEvaluationProblems(campaign).map(({ code, path, message }) => ({
    severity: 'error' as const,
    code: `evaluation.${code}`,
    path: `evaluation/${path.join('/')}`,
    message,
    mend: words('请补全、改正这一处', 'Complete or correct this place'),
  }));
