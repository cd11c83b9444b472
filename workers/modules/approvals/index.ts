/**
 * Owns 审签: chains of named posts over one content, on line or on paper. The module of the subject
 * asks for a plan (open, sign, return, withdraw) and puts its step into its own one change, so that
 * a signature and what follows from it are one thing.
 */
export { currentStep, isApproved } from './approvals.domain.ts';
export type { StepDefinition } from './approvals.domain.ts';
export { approvalsErrors } from './approvals.errors.ts';
export {
  loadOpenApproval,
  moveByOpening,
  moveByReturning,
  moveBySigning,
  moveByWithdrawing,
  roleOfStep,
} from './usecases/move-subject.ts';
export { planOpening, planSigning, planWithdrawing } from './usecases/plan-approval.ts';
export type { ApprovalPlan } from './usecases/plan-approval.ts';
export { findApproval, listApprovalsOf } from './approvals.repository.ts';
export type { StoredApproval } from './approvals.repository.ts';
