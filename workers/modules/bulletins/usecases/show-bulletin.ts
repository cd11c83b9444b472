import * as v from 'valibot';
import type {
  BulletinChecks,
  BulletinDetail,
  BulletinList,
  BulletinSummary,
} from '#schema/contracts/bulletins.ts';
import { can } from '#schema/contracts/permission.ts';
import { currentStep, findApproval } from '#workers/modules/approvals/index.ts';
import type { StoredApproval } from '#workers/modules/approvals/index.ts';
import { findCampaignRow } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { permissionOfRole } from '../bulletins.domain.ts';
import { bulletinPageQuery, countReceipts } from '../bulletins.repository.ts';
import type { StoredBulletin } from '../bulletins.repository.ts';
import { listRecipients } from '../recipients.repository.ts';
import type { StoredRecipient } from '../recipients.repository.ts';
import { loadWhole } from './load-bulletin.ts';
import { toPart } from './write-part.ts';

type Around = {
  approval?: StoredApproval | undefined;
  sent?: { units: number; signedFor: number } | undefined;
};

function toSummary(row: StoredBulletin, { approval, sent }: Around): BulletinSummary {
  const step = approval && row.state === 'signing' ? currentStep(approval) : undefined;
  return {
    id: row.id,
    kind: row.kind,
    title: row.head.title,
    state: row.state,
    ...(step === undefined ? {} : { waitsFor: step.title }),
    ...(row.number === null ? {} : { number: row.number }),
    ...(sent === undefined || sent.units === 0 ? {} : { sent }),
    updatedAt: row.updatedAt,
    version: row.version,
  };
}

export function toReceipt(row: StoredRecipient) {
  return {
    organizationId: row.organizationId,
    organizationName: row.organizationName,
    ...(row.signedForAt === null
      ? {}
      : { signedForAt: row.signedForAt, signedForByPost: row.signedForByPost ?? '' }),
  };
}

/** Everything of one paper, for the office. */
export async function showBulletin(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<BulletinDetail> {
  const { context, input } = request;
  const { actor, db } = context;
  const { row, parts, checks } = await loadWhole(context, input.id);
  const [approval, recipients, campaign] = await Promise.all([
    row.approvalId === null ? undefined : findApproval(db, row.approvalId),
    listRecipients(db, row.id),
    row.campaignId === null ? undefined : findCampaignRow(db, row.campaignId),
  ]);
  const step = approval && row.state === 'signing' ? currentStep(approval) : undefined;
  const action = step && permissionOfRole[step.role];
  const signedFor = recipients.filter(({ signedForAt }) => signedForAt !== null).length;
  return {
    summary: toSummary(row, { approval, sent: { units: recipients.length, signedFor } }),
    ...(campaign === undefined ? {} : { campaign: { id: campaign.id, title: campaign.title } }),
    ...(row.asOf === null ? {} : { asOf: row.asOf }),
    head: row.head,
    parts: parts.map(toPart),
    checks,
    ...(approval === undefined ? {} : { approval }),
    ...(row.issue === null ? {} : { issue: row.issue }),
    receipts: recipients.map(toReceipt),
    may: {
      draft: can(actor, 'bulletins.draft', {}),
      sign: action !== undefined && can(actor, action, { madeBy: row.writtenBy }),
    },
  };
}

/** The rule at the top, of the text as it is saved now. */
export async function showChecks(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<BulletinChecks> {
  return (await loadWhole(request.context, request.input.id)).checks;
}

const keySchema = v.tuple([v.number(), v.string()]);

/** 通报、总结、简报 of the commission, the newest first. */
export async function listBulletins(request: {
  context: TenantContext;
  input: { cursor?: string | undefined; limit?: string | undefined };
}): Promise<BulletinList> {
  const { context, input } = request;
  assertCan(context.actor, 'bulletins.read', {});
  const { limit, after } = pageRequestOf(input, keySchema);
  const found = await bulletinPageQuery(context.db, { after, limit: limit + 1 });
  const page = toPage(found, limit, ({ createdAt, id }) => [createdAt, id]);
  const receipts = await countReceipts(
    context.db,
    page.items.map(({ id }) => id),
  );
  const signing = page.items.filter(({ state }) => state === 'signing');
  const approvals = await Promise.all(
    signing.map(async ({ approvalId }) => findApproval(context.db, approvalId ?? '')),
  );
  const items = page.items.map((row) =>
    toSummary(row, {
      approval: approvals.find((approval) => approval?.subjectId === row.id),
      sent: receipts.find(({ id }) => id === row.id),
    }),
  );
  return {
    asOf: context.clock.now(),
    items: items.map(({ sent, ...item }) => ({
      ...item,
      ...(sent === undefined ? {} : { sent: { units: sent.units, signedFor: sent.signedFor } }),
    })),
    ...(page.nextCursor === null ? {} : { next: page.nextCursor }),
  };
}
