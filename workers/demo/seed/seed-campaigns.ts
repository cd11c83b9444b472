import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { rollForward } from '#plugins/sdk/roll-forward/roll-forward.ts';
import type { ApprovalStepDefinition, Campaign } from '#schema/contracts/campaign/campaign.ts';
import {
  archiveEdition,
  importCampaign,
  listCampaignRows,
} from '#workers/modules/campaigns/index.ts';
import type { TakenStep } from '#workers/modules/campaigns/index.ts';
import { listPlugins, loadEdition } from '#workers/modules/plugin-host/index.ts';
import { onRegistersPublished } from '#workers/modules/registers/index.ts';
import { onCampaignPublished } from '#workers/modules/submissions/index.ts';
import { sweepOutbox } from '#workers/platform/outbox/dispatch-outbox.ts';
import { contextAt, demoActor, morningOf } from './demo-tenant.ts';
import type { DemoTenant } from './demo-tenant.ts';
import { readAccounts } from './ledger.repository.ts';

/** What the edition of a region looks like in the demo year. */
export async function loadDemoCampaigns({ tenant, world }: Pick<DemoTenant, 'tenant' | 'world'>) {
  const plugin = listPlugins().find(({ id }) => id === tenant.plugin.id);
  const edition = plugin?.editions.at(-1);
  if (edition === undefined) throw new Error(`${tenant.slug} ships no edition`);
  const { campaign, rollForward: plan } = await loadEdition(tenant, edition.year);
  const rolled = rollForward(campaign, { toYear: world.year, calendar: officialCalendar, plan });
  return { original: campaign, running: rolled.campaign };
}

/** The original edition archived, this year's issued, and what it asks of every unit opened. */
export async function seedCampaigns(tenant: DemoTenant): Promise<{ campaigns: number }> {
  const { world, plan } = tenant;
  const { original, running } = await loadDemoCampaigns(tenant);
  const known = new Set((await listCampaignRows(tenant.db)).map(({ year }) => year));
  if (!known.has(original.year)) {
    const context = contextAt(tenant, morningOf(world, '01-08'));
    await archiveEdition({ context, input: { campaign: original, actor: demoActor } });
  }
  const issuedAt = morningOf(world, plan.issue.on);
  if (!known.has(world.year)) await importRunning(tenant, running, issuedAt);
  const context = contextAt(tenant, issuedAt);
  const { db, writer, clock } = context;
  const job = { ...context, writer };
  const handlers = [onCampaignPublished(job), onRegistersPublished(job)];
  const sweep = { db, writer: tenant.writer, clock, handlers, workMs: Infinity };
  const { later, dead } = await sweepOutbox(sweep);
  if (later + dead > 0) throw new Error(`the filings of ${tenant.tenant.slug} were not opened`);
  return { campaigns: 2 };
}

async function importRunning(
  tenant: DemoTenant,
  campaign: Campaign,
  issuedAt: number,
): Promise<void> {
  const { world, plan } = tenant;
  const issuedOn = `${world.year}-${plan.issue.on}`;
  await importCampaign({
    context: contextAt(tenant, issuedAt),
    input: {
      campaign,
      issue: {
        number: plan.issue.number,
        signedOn: issuedOn,
        printedOn: issuedOn,
        disclosure: campaign.document.disclosure,
      },
      signatures: await signaturesOf(tenant, campaign.approval, issuedAt),
      actor: demoActor,
    },
  });
}

const accountOf: Readonly<Record<ApprovalStepDefinition['role'], string>> = {
  drafter: 'drafter',
  checker: 'checker',
  countersigner: 'countersigner',
  signer: 'signer',
};

const dayMs = 24 * 60 * 60 * 1000;

/** The chain taken one post a working day, the signature last, on the day of issue. */
async function signaturesOf(
  { db, world }: DemoTenant,
  chain: readonly ApprovalStepDefinition[],
  issuedAt: number,
): Promise<TakenStep[]> {
  const people = await readAccounts(db, Object.values(accountOf));
  return chain.map(({ key, role }, position) => ({
    stepKey: key,
    personId: people.get(accountOf[role])?.id ?? '',
    post: world.accounts.find(({ username }) => username === accountOf[role])?.post ?? role,
    at: issuedAt - 3_600_000 - (chain.length - 1 - position) * dayMs,
  }));
}
