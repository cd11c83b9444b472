export { accountability, basis, principle, routine, target, work } from './define/clauses.ts';
export type { ClauseNode } from './define/clauses.ts';
export {
  allOf,
  anyOf,
  bureaus,
  departments,
  institutions,
  not,
  tagged,
  withFact,
} from './define/audiences.ts';
export { defineCampaign } from './define/campaign.ts';
export type { CampaignDefinition } from './define/campaign.ts';
export { when } from './define/conditions.ts';
export { after, before, byDocument, every, monthPart, on, undated } from './define/dates.ts';
export { check, field, form, options } from './define/fields.ts';
export { caseHandling } from './define/handling-cases.ts';
export { problemClosing } from './define/closing-problems.ts';
export { definePlugin } from './define/plugin.ts';
export type { Edition, EditionModule, Plugin } from './define/plugin.ts';
export { fromClause, fromDocument, proposed } from './define/sources.ts';
export {
  attachment,
  count,
  issuing,
  mean,
  office,
  paper,
  phase,
  ratio,
  register,
  stampedScan,
  task,
  value,
} from './define/works.ts';
export {
  clock,
  fromField,
  fromStep,
  guard,
  naturalDays,
  state,
  step,
  untilField,
  workflow,
  workingDays,
} from './define/workflows.ts';
export type { IndicatorNode, RegisterNode, TaskNode } from './define/works.ts';
export type { MonthDay, ProposedDate, RollForwardPlan } from './roll-forward/plan.ts';
