import { can } from '#schema/contracts/permission.ts';
import type { Deduction } from '#schema/contracts/scoring.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import { etagOf } from '#workers/platform/http/etag.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { scoringErrors } from '../scoring.errors.ts';
import { DEDUCTION_WITHDRAWN } from '../scoring.events.ts';
import { findDeduction, withdrawDeductionRow } from '../scoring.repository.ts';
import type { StoredDeduction } from '../scoring.repository.ts';
import { toDeduction } from './list-deductions.ts';
import { assertMayJudge, payloadOf } from './record-deduction.ts';

type Request = {
  context: TenantContext;
  input: {
    id: string;
    seenVersion: number;
    reason: string;
    requestKey?: RequestKey | undefined;
  };
};

/** A deduction is taken back with a reason; it stays on record and counts no more. */
export async function withdrawDeduction({ context, input }: Request): Promise<Deduction> {
  const current = await loadDeduction(context, input.id);
  const replay = await findReplay<Deduction>(context, input.requestKey);
  if (replay !== undefined) return replay;
  if (current.version !== input.seenVersion) {
    const headers = { etag: etagOf(current.version) };
    const extras = { currentVersion: current.version };
    throw platformErrors['platform.stale_version']({ extras, headers });
  }
  if (current.state === 'withdrawn') throw scoringErrors['scoring.already_withdrawn']();
  const { reason, requestKey } = input;
  const answer = toDeduction({
    ...current,
    state: 'withdrawn',
    withdrawnReason: reason,
    version: current.version + 1,
  });
  const change = {
    steps: [withdrawDeductionRow(current, reason)],
    audit: {
      action: 'criterion.assess' as const,
      actor: { kind: 'person' as const, id: context.actor.personId },
      subjectKind: 'deduction',
      subjectId: current.id,
      at: context.clock.now(),
      facts: { organizationId: current.organizationId, withdrawn: true, reason },
    },
    events: [{ type: DEDUCTION_WITHDRAWN, subjectId: current.id, payload: payloadOf(current) }],
  };
  return commitAnswer(context.writer, change, {
    answer,
    requestKey,
    currentVersion: async () => (await findDeduction(context.db, current.id))?.version,
  });
}

async function loadDeduction(context: TenantContext, id: string): Promise<StoredDeduction> {
  const current = await findDeduction(context.db, id);
  const unit = current && (await findOrganization(context.db, current.organizationId));
  if (current === undefined || unit === undefined) throw scoringErrors['scoring.not_found']();
  const subject = { organizationId: unit.id, paths: unit.paths };
  if (!can(context.actor, 'scoring.read', subject)) throw scoringErrors['scoring.not_found']();
  await assertMayJudge(context, { unit, subject }, current.submissionId ?? undefined);
  return current;
}
