import type { CampaignRule } from './problem.ts';
import { approvalChain } from './rules/approval.ts';
import { askedTwice } from './rules/asked-twice.ts';
import { emptyAudience } from './rules/audience.ts';
import { circularDate, dueTwice, emptyRecurrence, undatedTask } from './rules/due.ts';
import { duplicateKeys } from './rules/duplicate-keys.ts';
import {
  columnShadows,
  formReferences,
  keyReused,
  unusedForm,
  visibleLooksBack,
} from './rules/forms.ts';
import { crosswalkTarget, indicatorData, ratioTerms } from './rules/indicators.ts';
import { outline } from './rules/outline.ts';
import { phaseBeforeIssue, phaseOrder, phaseOverlap, taskOutsidePhase } from './rules/phases.ts';
import { quotes } from './rules/quotes.ts';
import { references } from './rules/references.ts';
import { restDay } from './rules/rest-day.ts';
import { gradeBands, scorePoints, vetoConsequence } from './rules/scorecards.ts';
import { silentClause } from './rules/silent-clause.ts';

/** Every rule a campaign is checked by. */
export const campaignRules: readonly CampaignRule[] = [
  references,
  duplicateKeys,
  outline,
  silentClause,
  quotes,
  approvalChain,
  phaseOrder,
  taskOutsidePhase,
  phaseBeforeIssue,
  phaseOverlap,
  restDay,
  undatedTask,
  dueTwice,
  emptyRecurrence,
  circularDate,
  emptyAudience,
  formReferences,
  visibleLooksBack,
  columnShadows,
  unusedForm,
  keyReused,
  askedTwice,
  indicatorData,
  ratioTerms,
  crosswalkTarget,
  scorePoints,
  gradeBands,
  vetoConsequence,
];
