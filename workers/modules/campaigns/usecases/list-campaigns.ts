import type { CampaignSummary, PublicCampaigns } from '#schema/contracts/campaign-outline.ts';
import type { TenantContext, VisitorContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { disclosureOf, toSummary } from '../versions.domain.ts';
import { listCampaignRows, loadVersion } from '../versions.repository.ts';
import type { CampaignRow, CampaignVersion } from '../versions.repository.ts';

/** The commission's campaigns, the running ones first. */
export async function listCampaigns(request: {
  context: TenantContext;
}): Promise<{ items: CampaignSummary[] }> {
  const { context } = request;
  assertHolds(context.actor, 'campaigns.read');
  const campaigns = await loadAll(context);
  return { items: campaigns.map(({ row, version }) => toSummary(row, version)) };
}

/** What anybody may read: documents that are 主动公开, nothing of any other. */
export async function listPublicCampaigns(request: {
  context: Pick<VisitorContext, 'db'>;
}): Promise<PublicCampaigns> {
  const campaigns = await loadAll(request.context);
  const open = campaigns.filter(({ version }) => disclosureOf(version) === 'public');
  return { items: open.map(({ row, version }) => toPublic(row, version)) };
}

function toPublic(row: CampaignRow, version: CampaignVersion): PublicCampaigns['items'][number] {
  const { id, title, kindName, year, number, printedOn, versionLabel } = toSummary(row, version);
  const { clauses, document } = version.campaign;
  return {
    id,
    title,
    kindName,
    year,
    number,
    printedOn,
    versionLabel,
    issuer: document.issuer,
    clauses: clauses.map((clause) => ({
      key: clause.key,
      number: clause.number,
      title: clause.title,
      words: clause.words,
      parent: clause.parent,
    })),
  };
}

async function loadAll(
  context: Pick<VisitorContext, 'db'>,
): Promise<{ row: CampaignRow; version: CampaignVersion }[]> {
  const rows = await listCampaignRows(context.db);
  return Promise.all(
    rows.map(async (row) => ({ row, version: await loadVersion(context.db, row.currentHash) })),
  );
}
