import { canonicalJson } from '#plugins/sdk/canonical.ts';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { ApprovalStep } from '#schema/contracts/approvals.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import {
  contentOf,
  isOnTime,
  signOffChain,
  signedText,
} from '#workers/modules/submissions/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import type { Ids } from '#workers/platform/ids.ts';
import type { FilingPlan, Round } from '../world/filings.ts';
import type { EvidenceRow, OpenedRow } from './filings.repository.ts';

/** Who acts in a unit and for the office, and what the unit has to show. */
export type Cast = {
  readonly unit: { readonly id: string; readonly name: string; readonly paths: object };
  readonly filler: { readonly id: string; readonly post: string };
  readonly helper: { readonly post: string };
  readonly reviewer: { readonly id: string; readonly post: string };
  readonly paper: EvidenceRow | undefined;
};

export type RowsInput = {
  readonly plan: FilingPlan;
  readonly row: OpenedRow;
  readonly cast: Cast;
  readonly cutOff: string;
  readonly now: number;
  readonly ids: (at: number) => Ids;
  readonly formHash: string;
};

export const scansOf = ({ task }: FilingPlan) =>
  (task.deliverables ?? []).filter(({ kind, required }) => kind === 'stamped-scan' && required);

export function deliverablesOf(
  plan: FilingPlan,
  paper: EvidenceRow | undefined,
): Record<string, string[]> {
  if (paper === undefined) return {};
  return Object.fromEntries(scansOf(plan).map(({ key }) => [key, [paper.id]]));
}

/** 院内审签 of one content: on line, or on paper behind the filler. */
export async function approvalOf(
  { plan, row, cast, ids }: RowsInput,
  { answers, at, open = false }: { answers: Answers; at: number; open?: boolean },
) {
  const { paper } = cast;
  const content = {
    nil: plan.outcome === 'nil',
    answers,
    deliverables: deliverablesOf(plan, paper),
  };
  const chain = signOffChain(plan.task);
  const steps = chain.map((definition, index): ApprovalStep => {
    if (open && index > 0) return { ...definition, state: index === 1 ? 'current' : 'waiting' };
    const isFiller = definition.key === 'filler';
    const signed = {
      ...definition,
      state: 'done' as const,
      at: at - (chain.length - index) * 900_000,
    };
    if (isFiller) {
      return { ...signed, mode: 'online', actorId: cast.filler.id, actorPost: cast.filler.post };
    }
    if (!plan.signedOnPaper || paper === undefined) {
      return { ...signed, mode: 'online', actorPost: definition.title };
    }
    const signature = { signedOn: dayAt(at), signerPost: definition.title, evidenceId: paper.id };
    return { ...signed, mode: 'paper', actorPost: cast.filler.post, paper: signature };
  });
  const current = steps.find(({ state }) => state === 'current');
  return {
    id: ids(at).next('apr'),
    subjectKind: 'submission' as const,
    subjectId: row.id,
    organizationId: row.organizationId,
    contentHash: await hashHex(signedText(plan.task, plan.form, content)),
    state: current === undefined ? ('completed' as const) : ('open' as const),
    currentRole: current?.role ?? null,
    steps,
    version: steps.length,
    createdAt: at - 3_600_000,
    closedAt: current === undefined ? at : null,
  };
}

/** What was filed, frozen. */
export async function revisionOf(
  { plan, row, cast, ids, formHash }: RowsInput,
  { round, number, approvalId }: { round: Round; number: number; approvalId: string },
) {
  const { paper, unit, filler } = cast;
  const stored = {
    nil: plan.outcome === 'nil',
    answers: round.answers,
    deliverables: deliverablesOf(plan, paper),
  };
  const content = contentOf(plan.form, stored);
  const evidence =
    paper === undefined
      ? []
      : scansOf(plan).map(({ key }) => ({
          id: paper.id,
          name: paper.name,
          bytes: paper.bytes,
          sha256: paper.sha256,
          slot: `deliverables/${key}`,
        }));
  const serial = ids(round.filedAt).random('rcp').slice(-8).toUpperCase();
  return {
    submissionId: row.id,
    revision: number,
    answers: content.answers,
    formHash,
    versionHash: row.versionHash,
    evidence,
    organizationName: unit.name,
    organizationPaths: { ...unit.paths },
    contentHash: await hashHex(canonicalJson({ ...content, evidence })),
    approvalId,
    receiptNumber: `${dayAt(round.filedAt).replaceAll('-', '')}-${serial}`,
    filedBy: filler.id,
    filedByPost: filler.post,
    filedAt: round.filedAt,
    late: !isOnTime(round.filedAt, row.dueAt),
  };
}
