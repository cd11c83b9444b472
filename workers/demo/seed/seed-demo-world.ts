import type { TenantProfile } from '#schema/contracts/tenants.ts';
import { hashPassword } from '#workers/modules/identity/index.ts';
import type { StoredKey } from '#workers/platform/crypto/signature.driver.ts';
import type {
  ControlDatabase,
  TenantDatabase,
} from '#workers/platform/database/database.driver.ts';
import { createIds } from '#workers/platform/ids.ts';
import type { OutboxWriter } from '#workers/platform/outbox/outbox-writer.ts';
import type { EvidenceStorage } from '#workers/platform/storage/evidence-storage.ts';
import { findRegionPlan } from '../regions/all-regions.ts';
import { controlAccounts } from '../world/accounts.ts';
import type { DemoAccount } from '../world/accounts.ts';
import type { Scale } from '../world/region.ts';
import { generateWorld } from '../world/world.ts';
import { contextAt, morningOf } from './demo-tenant.ts';
import type { DemoTenant } from './demo-tenant.ts';
import { readLedger } from './ledger.repository.ts';
import { runStage } from './run-stage.ts';
import { seedAccounts } from './seed-accounts.ts';
import { seedCampaigns } from './seed-campaigns.ts';
import { seedFilings } from './seed-filings.ts';
import { seedImported } from './seed-imported.ts';
import { seedRegisters } from './seed-registers.ts';
import { seedReports } from './seed-reports.ts';
import { seedRequests } from './seed-requests.ts';
import { readUnitIds, seedUnits } from './seed-units.ts';

export type ProvisionedTenant = {
  readonly profile: TenantProfile;
  readonly db: TenantDatabase;
  readonly writer: OutboxWriter;
  readonly evidence: EvidenceStorage;
  readonly readKey: () => Promise<StoredKey>;
};

export type DemoInput = {
  readonly tenants: readonly ProvisionedTenant[];
  readonly control: { readonly db: ControlDatabase; readonly writer: OutboxWriter };
  readonly scale: Scale;
  readonly seed: string;
  /** The demo's today. */
  readonly now: number;
  /** Of every demo account of this installation. */
  readonly password: string;
};

/** An account as it is printed: where to sign in, as what, with what. */
export type PrintedAccount = {
  host: string;
  role: string;
  organization: string;
  username: string;
  password: string;
};

const regionsAtOnce = 2;

/**
 * Brings the demo regions into databases that have their tenants: units, accounts, campaigns,
 * filings and what was reported upwards. What is there already stays, so it may be called again.
 */
export async function seedDemoWorld(input: DemoInput): Promise<PrintedAccount[]> {
  let hash: Promise<string> | undefined;
  const passwordHash = () => (hash ??= hashPassword(input.password));
  const tenants = input.tenants.flatMap((tenant) => toDemoTenant(tenant, input));
  await seedControl(input, passwordHash);
  const queue = tenants.values();
  const worker = async (): Promise<void> => {
    for (const tenant of queue) await seedTenant(tenant, input, passwordHash);
  };
  await Promise.all(Array.from({ length: regionsAtOnce }, worker));
  return [
    ...tenants.flatMap(({ tenant, world }) =>
      printed(world.accounts, tenant.slug, (account) => {
        const own = world.units.find(({ key }) => key === account.units?.[0])?.name;
        return own ?? zh(tenant.names.full);
      }).map((account) => ({ ...account, password: input.password })),
    ),
    ...controlAccounts.map(({ username, role, post }) => ({
      host: role === 'platform-operator' ? 'platform' : 'oversight',
      role,
      organization: post,
      username,
      password: input.password,
    })),
  ];
}

function toDemoTenant(tenant: ProvisionedTenant, input: DemoInput): DemoTenant[] {
  const { profile, ...access } = tenant;
  const plan = findRegionPlan(profile.slug);
  if (plan === undefined) return [];
  const { scale, seed, now } = input;
  const world = generateWorld({ region: plan, scale, seed, now });
  return [{ tenant: profile, ...access, plan, world }];
}

async function seedTenant(
  tenant: DemoTenant,
  { control }: DemoInput,
  passwordHash: () => Promise<string>,
): Promise<void> {
  const done = await readLedger(tenant.db);
  const { now } = tenant.world;
  await runStage(tenant, { stage: 'units', done, at: now }, () => seedUnits(tenant));
  await runStage(tenant, { stage: 'accounts', done, at: now }, async () => {
    const units = await readUnitIds(tenant);
    const { accounts } = tenant.world;
    return seedAccounts(contextAt(tenant, morningOf(tenant.world, '01-06')), {
      accounts,
      units,
      passwordHash,
    });
  });
  await runStage(tenant, { stage: 'campaigns', done, at: now }, () => seedCampaigns(tenant));
  await runStage(tenant, { stage: 'filings', done, at: now }, () => seedFilings(tenant));
  await runStage(tenant, { stage: 'registers', done, at: now }, () => seedRegisters(tenant));
  await runStage(tenant, { stage: 'requests', done, at: now }, () => seedRequests(tenant));
  await runStage(tenant, { stage: 'imported', done, at: now }, () => seedImported(tenant));
  await runStage(tenant, { stage: 'reports', done, at: now }, () => seedReports(tenant, control));
}

async function seedControl(
  { control, now }: DemoInput,
  passwordHash: () => Promise<string>,
): Promise<void> {
  const clock = { now: () => now };
  const context = { ...control, clock, ids: createIds(clock) };
  const done = await readLedger(control.db);
  await runStage(control, { stage: 'accounts', done, at: now }, () =>
    seedAccounts(context, { accounts: controlAccounts, units: new Map(), passwordHash }),
  );
}

/** Whoever has left has no account to show. */
function printed(
  accounts: readonly DemoAccount[],
  host: string,
  organizationOf: (account: DemoAccount) => string,
) {
  return accounts
    .filter(({ left }) => left !== true)
    .map((account) => ({
      host,
      role: account.role,
      organization: organizationOf(account),
      username: account.username,
    }));
}

function zh(text: string | { zh: string }): string {
  return typeof text === 'string' ? text : text.zh;
}
