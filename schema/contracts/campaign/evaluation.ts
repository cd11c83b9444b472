import * as v from 'valibot';
import { AlertRuleSchema } from './alert-rule.ts';
import { DemeritLedgerSchema } from './demerit-ledger.ts';
import { DiscretionTableSchema } from './discretion-table.ts';
import { ResultUseSchema } from './result-use.ts';
import { AssessmentChainSchema, CombinationSchema } from './score-combination.ts';
import { RankingSchema } from './score-ranking.ts';

/** What a campaign does with scores beside its scorecards. */
export const EvaluationSchema = v.strictObject({
  ledgers: v.optional(v.pipe(v.array(DemeritLedgerSchema), v.maxLength(200))),
  combinations: v.optional(v.pipe(v.array(CombinationSchema), v.maxLength(200))),
  chains: v.optional(v.pipe(v.array(AssessmentChainSchema), v.maxLength(200))),
  rankings: v.optional(v.pipe(v.array(RankingSchema), v.maxLength(200))),
  alerts: v.optional(v.pipe(v.array(AlertRuleSchema), v.maxLength(200))),
  discretion: v.optional(v.pipe(v.array(DiscretionTableSchema), v.maxLength(200))),
  uses: v.optional(v.pipe(v.array(ResultUseSchema), v.maxLength(200))),
});
export type Evaluation = v.InferOutput<typeof EvaluationSchema>;
