import { hashCampaign } from '#plugins/sdk/canonical.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { inherit, type Additions } from '#plugins/sdk/inherit/inherit.ts';
import type { AuditActor } from '#schema/contracts/audit.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Pack } from '#schema/contracts/pack.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { JsonObject, Step } from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { keepUpperCampaign } from '../upper-campaigns.repository.ts';
import { findInForce, planDraft } from './plan-draft.ts';
import type { DraftAuthor } from './plan-draft.ts';

export type DraftImportContext = Pick<
  TenantJobContext,
  'tenant' | 'db' | 'writer' | 'clock' | 'ids'
>;

export type DraftImport = {
  readonly pack: Pick<Pack, 'campaign' | 'region'>;
  readonly contentHash: string;
  /** 承接: the file is a higher authority’s, and the draft carries it out. */
  readonly carriesOut?: boolean;
  readonly author: DraftAuthor;
  readonly actor: AuditActor;
  readonly requestKey?: RequestKey | undefined;
};

/**
 * The campaign of a 方案文件 as a draft of this commission, in one change. Where a campaign of the same
 * key and year is in force the draft amends it. Nothing else of the file is taken over.
 */
export async function importDraft(request: {
  context: DraftImportContext;
  input: DraftImport;
}): Promise<{ id: string; amends: boolean }> {
  const { context, input } = request;
  const { pack, contentHash, author, actor } = input;
  const { region, campaign: given } = pack;
  const at = context.clock.now();
  const received: Step[] = [];
  let campaign = given;
  if (input.carriesOut === true) {
    const hash = await hashCampaign(given);
    campaign = inherit({ campaign: given, hash }, ownPaper(context, given), officialCalendar);
    received.push(
      keepUpperCampaign({ hash, region: region.slug, document: given, receivedAt: at }),
    );
  }
  const known = await findInForce(context.db, campaign);
  const origin = {
    from: 'pack' as const,
    title: given.title,
    region: region.slug,
    contentHash,
    ...(known === undefined ? {} : { replaces: known.version }),
  };
  const opening = { campaign, toReview: [], origin, amends: known?.id ?? null };
  const { draft, steps } = planDraft(context, { opening, author });
  const facts: JsonObject = { origin, carriesOut: input.carriesOut === true };
  const subject = { subjectKind: 'campaign-draft', subjectId: draft.id };
  const audit = { action: 'campaign.import' as const, actor, ...subject, at, facts };
  return commitAnswer(
    context.writer,
    { steps: [...received, ...steps], audit },
    { answer: { id: draft.id, amends: known !== undefined }, requestKey: input.requestKey },
  );
}

/** The paper with which a lower authority passes a campaign on; number and days come with signing. */
function ownPaper({ tenant }: DraftImportContext, upper: Campaign): Additions {
  const { document, key, title, year, period, approval } = upper;
  const { number, kindName, disclosure } = document;
  const origin = `《${document.title}》${number === undefined ? '' : `（${number}）`}`;
  const issuer = textIn(tenant.names.full, 'zh-CN').value;
  return {
    key,
    title,
    year,
    period,
    approval,
    document: { title: document.title, kindName, issuer, basis: [origin], disclosure },
    offices: [{ key: 'own-office', title: tenant.words.office }],
  };
}
