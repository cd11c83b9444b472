import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { demoToday } from '#workers/demo/demo-today.ts';
import { createFolderEvidenceStorage } from '#workers/demo/seed/folder.evidence.driver.ts';
import { seedDemoWorld } from '#workers/demo/seed/seed-demo-world.ts';
import type { DemoInput, PrintedAccount } from '#workers/demo/seed/seed-demo-world.ts';
import { scopeStorage } from '#workers/platform/storage/evidence-storage.ts';
import { provisionShippedTenants } from './provision.ts';
import type { Databases } from './supervisor/databases.ts';
import type { DataLayout } from './supervisor/layout.ts';
import { controlNamespace } from './supervisor/migrations.ts';

/** `host` is what one types into the browser: `<label>.localhost:8787`. */
export type DemoAccount = PrintedAccount;

const usualHost = 'localhost:8787';

/** The tenant's label, by which an account is known whatever the port. */
export const labelOf = (host: string): string => host.split('.')[0] ?? host;

/** No `0`, `o`, `1`, `l`: it is read from a screen and typed. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
const groups = 3;
const groupLength = 4;

function makePassword(): string {
  const group = (): string =>
    Array.from({ length: groupLength }, () => letters.charAt(randomInt(letters.length))).join('');
  return Array.from({ length: groups }, group).join('-');
}

export function readDemoAccounts({ demoAccounts }: DataLayout): DemoAccount[] {
  if (!existsSync(demoAccounts)) return [];
  return JSON.parse(readFileSync(demoAccounts, 'utf8')) as DemoAccount[];
}

/** The accounts under the hosts of this installation; those of tenants not seeded here stay known. */
export function addressAccounts(
  seeded: readonly PrintedAccount[],
  { known, baseHost }: { known: readonly DemoAccount[]; baseHost: string },
): DemoAccount[] {
  const labels = new Set(seeded.map(({ host }) => host));
  const elsewhere = known.filter(({ host }) => !labels.has(labelOf(host)));
  return [
    ...seeded.map((account) => ({ ...account, host: `${account.host}.${baseHost}` })),
    ...elsewhere.map((account) => ({ ...account, host: `${labelOf(account.host)}.${baseHost}` })),
  ];
}

/** Gives every commission that this program ships its databases, and fills them with the demo. */
export async function provisionDemo(
  databases: Databases,
  layout: DataLayout,
  options: { demoNow?: string; scale?: DemoInput['scale']; baseHost?: string } = {},
): Promise<void> {
  const now = Date.parse(options.demoNow ?? demoToday);
  const known = readDemoAccounts(layout);
  const profiles = await provisionShippedTenants(databases, {
    clock: { now: () => now },
    demo: true,
  });
  const storage = createFolderEvidenceStorage(layout.evidence);
  const baseHost = options.baseHost ?? usualHost;
  const seeded = await seedDemoWorld({
    tenants: profiles.map((profile) => ({
      profile,
      db: databases.open(profile.slug),
      writer: databases.writerOf(profile.slug),
      evidence: scopeStorage(storage, profile.slug),
      readKey: () => databases.keyRing.keyFor(profile.slug),
    })),
    control: {
      db: databases.open(controlNamespace),
      writer: databases.writerOf(controlNamespace),
    },
    scale: options.scale ?? 'demo',
    seed: 'demo',
    now,
    password: known[0]?.password ?? makePassword(),
  });
  const accounts = addressAccounts(seeded, { known, baseHost });
  const text = `${JSON.stringify(accounts, null, 2)}\n`;
  writeFileSync(layout.demoAccounts, text, { mode: 0o600 });
}
