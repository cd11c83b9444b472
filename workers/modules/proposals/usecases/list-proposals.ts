import * as v from 'valibot';
import { rangeOf } from '#schema/contracts/permission.ts';
import type { Proposal, ProposalList, ProposalShelf } from '#schema/contracts/proposals.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { countByState, proposalPageQuery } from '../proposals.repository.ts';
import { createRights, loadProposal, toProposal } from './load-proposal.ts';

type Input = {
  campaign: string;
  state?: ProposalShelf | undefined;
  organization?: string | undefined;
  rule?: string | undefined;
  cursor?: string | undefined;
  limit?: string | undefined;
};

/** 处置建议 of a campaign in the reader's range, the newest first. */
export async function listProposals(request: {
  context: TenantContext;
  input: Input;
}): Promise<ProposalList> {
  const { context, input } = request;
  assertHolds(context.actor, 'proposals.read');
  const { limit, after } = pageRequestOf(input, v.string());
  const filter = {
    campaignId: input.campaign,
    range: rangeOf(context.actor, 'proposals.read'),
    organizationId: input.organization,
    rule: input.rule,
  };
  const [found, counts] = await Promise.all([
    proposalPageQuery(context.db, { ...filter, state: input.state }, { after, limit: limit + 1 }),
    countByState(context.db, filter),
  ]);
  const page = toPage(found, limit, ({ id }) => id);
  const ids = [...new Set(page.items.map(({ organizationId }) => organizationId))];
  const units = new Map((await findOrganizations(context.db, ids)).map((unit) => [unit.id, unit]));
  const rightOf = createRights(context);
  const rows: Proposal[] = [];
  for (const row of page.items) {
    const unit = units.get(row.organizationId);
    if (unit === undefined) continue;
    rows.push(toProposal(row, { actor: context.actor, unit, right: await rightOf(row) }));
  }
  const next = page.nextCursor === null ? {} : { next: page.nextCursor };
  return { asOf: context.clock.now(), rows, counts, ...next };
}

export async function showProposal(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<Proposal> {
  const { context, input } = request;
  const { row, ...seen } = await loadProposal(context, input.id);
  return toProposal(row, { actor: context.actor, ...seen });
}
