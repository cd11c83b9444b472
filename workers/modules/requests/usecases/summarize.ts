import type { RequestCounts, RequestSummary } from '#schema/contracts/request-overview.ts';
import { currentStep } from '#workers/modules/approvals/index.ts';
import type { StoredApproval } from '#workers/modules/approvals/index.ts';
import { commission, wording } from '../requests.domain.ts';
import type { StoredRequest } from '../requests.repository.ts';

type Around = {
  approval?: StoredApproval | undefined;
  counts?: RequestCounts | undefined;
  issuerName?: string | undefined;
};

/** A row of the sender’s list. */
export function toSummary(row: StoredRequest, around: Around): RequestSummary {
  const { id, state, content, issuerId, version, updatedAt } = row;
  const { deadline, repeats } = content;
  const step = around.approval && state === 'signing' ? currentStep(around.approval) : undefined;
  return {
    id,
    title: content.title ?? '',
    state,
    from: content.from ?? '',
    version,
    updatedAt,
    ...(issuerId === commission
      ? {}
      : { issuer: { organizationId: issuerId, organizationName: around.issuerName ?? '' } }),
    ...(deadline === undefined ? {} : { deadline, dueLabel: wording(deadline.on, deadline.hour) }),
    ...(repeats === undefined ? {} : { repeats }),
    ...(row.issuedAt === null ? {} : { issuedAt: row.issuedAt }),
    ...(step && { waitsFor: { key: step.key, title: step.title, role: step.role } }),
    ...(around.counts === undefined ? {} : { counts: around.counts }),
  };
}
