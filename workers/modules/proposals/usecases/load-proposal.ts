import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { can } from '#schema/contracts/permission.ts';
import type { Subject } from '#schema/contracts/permission.ts';
import type { Proposal } from '#schema/contracts/proposals.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import { isNamed, isPostHeld } from '#workers/modules/scoring/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { rightToDecide } from '../proposals.domain.ts';
import type { DeciderRight } from '../proposals.domain.ts';
import { proposalsErrors } from '../proposals.errors.ts';
import { findProposal } from '../proposals.repository.ts';
import type { StoredProposal } from '../proposals.repository.ts';

export type LoadedProposal = {
  row: StoredProposal;
  unit: Organization;
  subject: Subject;
  right: DeciderRight | undefined;
};

/** A proposal for who may see it; unknown to everybody else, the unit it is about included. */
export async function loadProposal(context: TenantContext, id: string): Promise<LoadedProposal> {
  const row = await findProposal(context.db, id);
  const unit = row && (await findOrganization(context.db, row.organizationId));
  if (row === undefined || unit === undefined) throw proposalsErrors['proposals.not_found']();
  const subject = { organizationId: unit.id, paths: unit.paths };
  if (!can(context.actor, 'proposals.read', subject))
    throw proposalsErrors['proposals.not_found']();
  return { row, unit, subject, right: await createRights(context)(row) };
}

/** Each post is looked up once, however many proposals name it. */
export function createRights(
  context: TenantContext,
): (row: StoredProposal) => Promise<DeciderRight | undefined> {
  const held = new Map<string, Promise<boolean>>();
  return async ({ post }) => {
    const words = textIn(post, 'zh-CN').value;
    const isHeld = held.get(words) ?? isPostHeld(context.db, words);
    held.set(words, isHeld);
    const isOwn = isNamed(post, context.actor.post);
    return rightToDecide(context.actor.grants, { isOwn, isHeld: await isHeld });
  };
}

type Seen = { actor: TenantContext['actor']; unit: Organization; right: DeciderRight | undefined };

export function toProposal(row: StoredProposal, { actor, unit, right }: Seen): Proposal {
  const subject = { organizationId: unit.id, paths: unit.paths };
  const mayAct = right !== undefined && can(actor, 'proposals.decide', subject);
  const holds = row.lapsedAt === null;
  return {
    id: row.id,
    campaignId: row.campaignId,
    organizationId: row.organizationId,
    organizationName: unit.name,
    rule: row.ruleKey,
    title: row.title,
    measure: row.measure,
    post: row.post,
    ...(row.words === null ? {} : { words: row.words }),
    source: row.source,
    reason: row.reason,
    eventIds: row.eventIds,
    state: row.state,
    holds,
    foundAt: row.foundAt,
    ...(row.lapsedAt === null ? {} : { lapsedAt: row.lapsedAt }),
    ...decisionOf(row),
    ...takenOf(row),
    mayDecide: mayAct && holds && row.state === 'proposed',
    mayRecordMeasure: mayAct && row.state === 'accepted' && row.taken === null,
    version: row.version,
  };
}

function decisionOf(row: StoredProposal): Pick<Proposal, 'decision'> {
  const { decidedByPost: byPost, decidedAt: at, standsIn, decisionReason, measureKind } = row;
  if (byPost === null || at === null) return {};
  return {
    decision: {
      byPost,
      standsIn,
      at,
      ...(decisionReason === null ? {} : { reason: decisionReason }),
      ...(measureKind === null ? {} : { measure: measureKind }),
    },
  };
}

function takenOf({ taken, takenByPost, takenAt }: StoredProposal): Pick<Proposal, 'taken'> {
  if (taken === null || takenByPost === null || takenAt === null) return {};
  return { taken: { ...taken, byPost: takenByPost, at: takenAt } };
}
