import { partsOf, titleOf, wantedFigures } from '#plugins/sdk/bulletins/templates.ts';
import type { BulletinHead, BulletinKind, BulletinMoved } from '#schema/contracts/bulletins.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { findCampaignRow } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { insertParts } from '../bulletin-parts.repository.ts';
import type { StoredPart } from '../bulletin-parts.repository.ts';
import { bulletinsErrors } from '../bulletins.errors.ts';
import { insertBulletin } from '../bulletins.repository.ts';
import type { StoredBulletin } from '../bulletins.repository.ts';
import { changeOf, postOf } from './commit-bulletin.ts';
import { readFrozen } from './read-frozen.ts';

type Opening = {
  kind: BulletinKind;
  campaign?: string | undefined;
  asOf?: string | undefined;
};

/** 生成初稿: the template of its kind, its sentences filled with the figures of the campaign. */
export async function openBulletin(request: {
  context: TenantContext;
  input: Opening & { requestKey?: RequestKey | undefined };
}): Promise<BulletinMoved> {
  const { context, input } = request;
  assertCan(context.actor, 'bulletins.draft', {});
  const about = await aboutOf(context, input.campaign);
  const figures = await readFrozen(context, { ...input, keys: wantedFigures(input.kind) });
  const at = context.clock.now();
  const id = context.ids.next('bul');
  // A sentence about what is not measured says nothing: it is left out whole.
  const there = figures.filter(({ value }) => /\d/u.test(value));
  const known = new Map(there.map((figure) => [figure.ref.key, figure]));
  const parts = partsOf(input.kind, known).map((body, position): StoredPart => ({
    bulletinId: id,
    key: `p${position + 1}`,
    position,
    body,
    version: 1,
    changedAt: at,
    changedByPost: postOf(context.actor),
  }));
  const row: StoredBulletin = {
    id,
    kind: input.kind,
    state: 'drafting',
    campaignId: input.campaign ?? null,
    asOf: input.asOf ?? null,
    head: headOf(context, titleOf(input.kind, about)),
    textVersion: 1,
    confirmed: [],
    writtenBy: [context.actor.personId],
    contentHash: null,
    approvalId: null,
    number: null,
    issue: null,
    sentAt: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  const change = changeOf(context, id, {
    action: 'bulletin.open',
    facts: {
      kind: row.kind,
      campaign: input.campaign,
      parts: parts.length,
      figures: there.length,
    },
    steps: [insertBulletin(row), ...insertParts(parts)],
  });
  const answer = { id, state: row.state, version: 1 };
  return commitAnswer(context.writer, change, { answer, requestKey: input.requestKey });
}

/** What it is about: the campaign by its title, or the commission's work as such. */
async function aboutOf({ db, tenant }: TenantContext, campaign: string | undefined) {
  if (campaign === undefined) return textIn(tenant.branding.title, 'zh-CN').value;
  const row = await findCampaignRow(db, campaign);
  if (row === undefined) throw bulletinsErrors['bulletins.not_found']();
  return row.title;
}

function headOf({ tenant }: TenantContext, title: string): BulletinHead {
  return {
    title: title.slice(0, 120),
    to: '各有关单位',
    issuer: textIn(tenant.names.full, 'zh-CN').value,
    attachments: [],
    copyTo: '',
    printedBy: `${textIn(tenant.names.full, 'zh-CN').value}办公室`,
  };
}
