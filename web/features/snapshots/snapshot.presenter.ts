import type { ApprovalStep } from '#schema/contracts/approvals.ts';
import type { FigureLine, SnapshotDetail, SnapshotState } from '#schema/contracts/snapshots.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount, formatShare } from '#web/shared/numbers.ts';
import type { Permission } from '#web/shared/permissions.ts';
import type { StatusKind, Step, StepState } from '#web/ui/status.component.tsx';

/**
 * A number that leaves, 「—」 for one that is not there. Where a pair stays at home its numerator is
 * below five, whichever of the two was the small one.
 */
export const countWords = (line: FigureLine, part: 'numerator' | 'denominator'): string => {
  if (line.withheld && part === 'numerator') return t('snapshots.hidden');
  const count = line[part];
  return count === undefined ? t('snapshots.no-previous') : formatCount(count);
};

const isShare = ({ unit }: FigureLine) => (typeof unit === 'string' ? unit : unit.zh) === '%';

export const valueWords = (line: FigureLine): string => {
  const { numerator, denominator } = line;
  if (numerator === undefined || denominator === undefined || !isShare(line)) {
    return t('snapshots.no-previous');
  }
  return formatShare(numerator, denominator);
};

export const previousWords = ({ previous }: FigureLine): string =>
  previous === undefined
    ? t('snapshots.no-previous')
    : formatShare(previous.numerator, previous.denominator);

export const statusOf = (state: SnapshotState | undefined): { kind: StatusKind; words: string } => {
  const kinds: Record<SnapshotState, StatusKind> = {
    draft: 'draft',
    signing: 'current',
    signed: 'current',
    sent: 'waiting',
    received: 'done',
  };
  return state === undefined
    ? { kind: 'draft', words: t('snapshots.state-preview') }
    : { kind: kinds[state], words: t(`snapshots.state-${state}`) };
};

export type StepKey = 'checked' | 'signed';

const permissions: Record<StepKey, Permission> = {
  checked: 'snapshots.check',
  signed: 'snapshots.approve',
};

export type CurrentStep = { key: StepKey; title: string; permission: Permission };

/** The step whose turn it is, with what a post needs to take it on line. */
export const currentStepOf = ({ state, approval }: SnapshotDetail): CurrentStep | undefined => {
  const step = state === 'signing' && approval?.steps.find((one) => one.state === 'current');
  if (!step || (step.key !== 'checked' && step.key !== 'signed')) return undefined;
  return { key: step.key, title: step.title, permission: permissions[step.key] };
};

const states: Record<ApprovalStep['state'], StepState> = {
  waiting: 'next',
  current: 'current',
  done: 'done',
  returned: 'returned',
};

const atOf = ({ paper, at }: ApprovalStep): string | undefined => {
  if (paper) return t('snapshots.on-paper', { day: formatDate(paper.signedOn) });
  return at === undefined ? undefined : formatInstant(at);
};

/** The chain; who signed is a post, never a person. */
export const toSteps = (steps: readonly ApprovalStep[]): Step[] =>
  steps.map((step) => ({
    act: step.title,
    post: step.paper?.signerPost ?? step.actorPost,
    state: states[step.state],
    at: atOf(step),
    note: step.comment,
  }));
