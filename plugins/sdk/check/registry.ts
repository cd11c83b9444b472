import type { CampaignRule } from './problem.ts';
import { alreadyHeld } from './rules/already-held.ts';
import { approvalChain } from './rules/approval.ts';
import { askedTwice } from './rules/asked-twice.ts';
import { audienceTwice } from './rules/audience-twice.ts';
import { emptyAudience } from './rules/audience.ts';
import { clockSense } from './rules/clocks.ts';
import { departmentParts } from './rules/department-parts.ts';
import { doubleReviewOfNothing } from './rules/double-review.ts';
import { circularDate, dueTwice, emptyRecurrence, undatedTask } from './rules/due.ts';
import { duplicateKeys } from './rules/duplicate-keys.ts';
import { evaluation } from './rules/evaluation.ts';
import {
  columnShadows,
  formReferences,
  keyReused,
  unusedForm,
  visibleLooksBack,
} from './rules/forms.ts';
import {
  crosswalkLikeness,
  crosswalkNote,
  crosswalkTarget,
  indicatorData,
  ratioTerms,
} from './rules/indicators.ts';
import { inheritedItems } from './rules/inheritance.ts';
import { legalBasis } from './rules/legal-basis.ts';
import { outline } from './rules/outline.ts';
import { phaseBeforeIssue, phaseOrder, phaseOverlap, taskOutsidePhase } from './rules/phases.ts';
import { quotes } from './rules/quotes.ts';
import { references } from './rules/references.ts';
import { restDay } from './rules/rest-day.ts';
import { rollUps } from './rules/roll-ups.ts';
import { gradeBands, scorePoints, scoreRules, vetoConsequence } from './rules/scorecards.ts';
import { numberSeries } from './rules/series.ts';
import { silentClause } from './rules/silent-clause.ts';
import { dateWording } from './rules/wording.ts';
import {
  closedByFiler,
  masterCloses,
  stepNeeds,
  workflowReach,
  workflowStates,
} from './rules/workflows.ts';

/** Every rule a campaign is checked by. */
export const campaignRules: readonly CampaignRule[] = [
  references,
  duplicateKeys,
  outline,
  silentClause,
  quotes,
  inheritedItems,
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
  dateWording,
  emptyAudience,
  audienceTwice,
  rollUps,
  departmentParts,
  doubleReviewOfNothing,
  numberSeries,
  formReferences,
  visibleLooksBack,
  columnShadows,
  unusedForm,
  keyReused,
  askedTwice,
  alreadyHeld,
  indicatorData,
  ratioTerms,
  crosswalkTarget,
  crosswalkLikeness,
  crosswalkNote,
  workflowStates,
  workflowReach,
  closedByFiler,
  stepNeeds,
  masterCloses,
  clockSense,
  legalBasis,
  scorePoints,
  gradeBands,
  scoreRules,
  vetoConsequence,
  evaluation,
];
