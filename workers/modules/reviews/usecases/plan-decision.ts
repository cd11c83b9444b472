import type { AuditAction } from '#schema/contracts/audit.ts';
import type { ProblemEntry } from '#schema/contracts/problem.ts';
import type { DecideReview, StampCheck } from '#schema/contracts/reviews.ts';
import type { ReturnPoint } from '#schema/contracts/submissions.ts';
import type { SubmissionUpdate } from '#workers/modules/submissions/index.ts';
import type { Locale } from '#workers/platform/http/locale.ts';
import { namePoints, pointsNotNamedIn } from '../return-points.domain.ts';
import { missingStampChecks, needsStampChecks, standing } from '../reviews.domain.ts';
import { reviewsErrors } from '../reviews.errors.ts';
import {
  SUBMISSION_ACCEPTED,
  SUBMISSION_HELD,
  SUBMISSION_PASSED_ON,
  SUBMISSION_RETURNED,
} from '../reviews.events.ts';
import type { LoadedCase } from './load-case.ts';

type DecisionOf<Kind extends DecideReview['decision']> = Extract<DecideReview, { decision: Kind }>;
export type Deciding = { loaded: LoadedCase; at: number; locale: Locale };

/** What a decision does to the filing, and what the record of it says. */
export type DecisionPlan = {
  update: SubmissionUpdate;
  action: AuditAction;
  event: string;
  points: ReturnPoint[];
  stampChecks: StampCheck[];
  comment: string | null;
};

const plain = { points: [], stampChecks: [], comment: null };

/** Refuses a decision that cannot be made on this filing; otherwise says what follows from it. */
export function planDecision(deciding: Deciding, input: DecideReview): DecisionPlan {
  switch (input.decision) {
    case 'accept':
      return planAcceptance(deciding, input);
    case 'return':
      return planReturn(deciding, input);
    case 'hold':
      return {
        ...plain,
        update: { state: 'held', holdReason: input.reason },
        action: 'review.decide',
        event: SUBMISSION_HELD,
        comment: input.reason,
      };
    case 'pass-on':
      return planPassingOn(deciding, input);
  }
}

const stampWords: Readonly<Record<StampCheck, Readonly<Record<Locale, string>>>> = {
  clear: { 'zh-CN': '章印清晰', en: 'The stamp is clear' },
  'same-name': {
    'zh-CN': '单位名称与填报单位一致',
    en: 'The name of the unit is that of the filing unit',
  },
  signed: { 'zh-CN': '负责人签字完整', en: 'The signatures are complete' },
  'in-period': { 'zh-CN': '日期在填报期内', en: 'The date lies within the period' },
};

function planAcceptance(
  { loaded, at, locale }: Deciding,
  input: DecisionOf<'accept'>,
): DecisionPlan {
  const waits = loaded.submission.paperState === 'expected' && loaded.task.prevails !== 'scan';
  if (waits) throw reviewsErrors['reviews.paper_awaited']();
  const ticked = input.stampChecks ?? [];
  const missing = needsStampChecks(loaded.task, loaded.submission.deliverables)
    ? missingStampChecks(ticked)
    : [];
  if (missing.length > 0) {
    const errors = missing.map((check): ProblemEntry => ({
      path: '/stampChecks',
      code: `reviews.stamp-${check}`,
      message: unticked(stampWords[check][locale], locale),
    }));
    throw reviewsErrors['reviews.stamp_unchecked']({ values: { count: errors.length }, errors });
  }
  return {
    ...plain,
    update: { state: 'accepted', acceptedAt: at, pointsToMend: 0, holdReason: null },
    action: 'submission.accept',
    event: SUBMISSION_ACCEPTED,
    stampChecks: [...new Set(ticked)],
    comment: input.comment ?? null,
  };
}

function unticked(words: string, locale: Locale): string {
  return locale === 'en' ? `Not ticked: ${words}.` : `未勾选“${words}”，请核对扫描件。`;
}

function planReturn({ loaded, locale }: Deciding, input: DecisionOf<'return'>): DecisionPlan {
  const { submission } = loaded;
  const points = namedPoints(loaded, input.points, locale);
  const earlier = standing(loaded.decisions).filter(({ decision }) => decision === 'return');
  const fresh = pointsNotNamedIn(
    points,
    earlier.flatMap((each) => each.points),
  );
  if (earlier.length > 0 && fresh.length > 0 && input.newPointsConfirmed !== true) {
    const values = { count: fresh.length };
    throw reviewsErrors['reviews.new_points']({ values, extras: { newPoints: fresh } });
  }
  return {
    ...plain,
    update: {
      state: 'returned',
      returns: submission.returns + 1,
      pointsToMend: points.length,
      holdReason: null,
    },
    action: 'submission.return',
    event: SUBMISSION_RETURNED,
    points,
  };
}

function namedPoints(
  { form, task, submission }: LoadedCase,
  given: readonly ReturnPoint[],
  locale: Locale,
): ReturnPoint[] {
  const { answers } = submission;
  const named = namePoints(given, { form, deliverables: task.deliverables ?? [], answers });
  if (named.status === 'named') return named.points;
  const message =
    locale === 'en'
      ? 'This is neither in the form nor in the list of materials.'
      : '填报表和材料清单中没有这一处。';
  const errors = named.positions.map((at) => ({
    path: `/points/${at}/path`,
    code: 'reviews.unknown-point',
    message,
  }));
  throw reviewsErrors['reviews.unknown_point']({ values: { count: errors.length }, errors });
}

function planPassingOn({ loaded }: Deciding, input: DecisionOf<'pass-on'>): DecisionPlan {
  const { submission, version } = loaded;
  const office = version.campaign.offices.find(({ key }) => key === input.office);
  if (office === undefined || office.key === submission.officeKey) {
    throw reviewsErrors['reviews.unknown_office']();
  }
  return {
    ...plain,
    update: { state: 'filed', officeKey: office.key, holdReason: null },
    action: 'review.decide',
    event: SUBMISSION_PASSED_ON,
    comment: input.reason,
  };
}
