import * as v from 'valibot';
import { AlertRuleSchema } from './alert-rule.ts';
import { DemeritLedgerSchema } from './demerit-ledger.ts';
import { DiscretionTableSchema } from './discretion-table.ts';
import { ResultUseSchema } from './result-use.ts';
import { AssessmentChainSchema, CombinationSchema } from './score-combination.ts';
import { RankingSchema } from './score-ranking.ts';

/** What a campaign does with scores beside its scorecards. */
export const EvaluationSchema = v.strictObject({
  ledgers: v.optional(v.array(DemeritLedgerSchema)),
  combinations: v.optional(v.array(CombinationSchema)),
  chains: v.optional(v.array(AssessmentChainSchema)),
  rankings: v.optional(v.array(RankingSchema)),
  alerts: v.optional(v.array(AlertRuleSchema)),
  discretion: v.optional(v.array(DiscretionTableSchema)),
  uses: v.optional(v.array(ResultUseSchema)),
});
export type Evaluation = v.InferOutput<typeof EvaluationSchema>;
