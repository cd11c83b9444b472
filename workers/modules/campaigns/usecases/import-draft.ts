import type { AuditActor } from '#schema/contracts/audit.ts';
import type { Pack } from '#schema/contracts/pack.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { JsonObject } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { findInForce, planDraft } from './plan-draft.ts';
import type { DraftAuthor } from './plan-draft.ts';

export type DraftImportContext = Pick<
  TenantJobContext,
  'tenant' | 'db' | 'writer' | 'clock' | 'ids'
>;

/**
 * The campaign of a 方案文件 as a draft of this commission, in one change. Where a campaign of the same
 * key and year is in force the draft amends it. Nothing else of the file is taken over.
 */
export async function importDraft(request: {
  context: DraftImportContext;
  input: {
    readonly pack: Pick<Pack, 'campaign' | 'region'>;
    readonly contentHash: string;
    readonly author: DraftAuthor;
    readonly actor: AuditActor;
  };
}): Promise<{ id: string; amends: boolean }> {
  const { context, input } = request;
  const { pack, contentHash, author, actor } = input;
  const { campaign, region } = pack;
  const known = await findInForce(context.db, campaign);
  const origin = {
    from: 'pack' as const,
    title: campaign.title,
    region: region.slug,
    contentHash,
    ...(known === undefined ? {} : { replaces: known.version }),
  };
  const opening = { campaign, toReview: [], origin, amends: known?.id ?? null };
  const { draft, steps } = planDraft(context, { opening, author });
  const facts: JsonObject = { origin };
  const subject = { subjectKind: 'campaign-draft', subjectId: draft.id };
  const at = context.clock.now();
  const audit = { action: 'campaign.import' as const, actor, ...subject, at, facts };
  await commitOrThrow(context.writer, { steps, audit });
  return { id: draft.id, amends: known !== undefined };
}
