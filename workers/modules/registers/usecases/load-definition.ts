import type { Text } from '#schema/contracts/campaign/text.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { CampaignVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { listedFieldsOf, titleOf } from '../registers.domain.ts';
import type { RegisterDefinition } from '../registers.domain.ts';
import { registersErrors } from '../registers.errors.ts';
import { findRegisterRow, listVersionsStoodOn } from '../registers.repository.ts';
import type { StoredEntry } from '../stored-entry.domain.ts';
import { readAs } from '../versions.domain.ts';

/** A register of a version that can be worked with: it has a form and a workflow. */
export function definitionIn(
  version: CampaignVersion,
  key: string,
): RegisterDefinition | undefined {
  const register = version.campaign.registers.find((each) => each.key === key);
  if (register?.workflow === undefined || register.sealed) return undefined;
  const form = version.campaign.forms.find((each) => each.key === register.form);
  if (form === undefined) return undefined;
  return {
    register,
    form,
    campaignId: version.campaignId,
    campaignTitle: version.campaign.title,
    versionHash: version.hash,
  };
}

/** The registers of a version that can be worked with. */
export function definitionsIn(version: CampaignVersion): RegisterDefinition[] {
  return version.campaign.registers.flatMap(({ key }) => definitionIn(version, key) ?? []);
}

/** What defines a register now; nothing where it cannot be worked with. */
async function findDefinition(
  db: TenantDatabase,
  key: string,
): Promise<RegisterDefinition | undefined> {
  const row = await findRegisterRow(db, key);
  return row && definitionIn(await loadVersion(db, row.versionHash), key);
}

/** What defines a register now. */
export async function loadDefinition(db: TenantDatabase, key: string): Promise<RegisterDefinition> {
  const definition = await findDefinition(db, key);
  if (definition === undefined) throw registersErrors['registers.unknown_register']();
  return definition;
}

type Pinned = Pick<StoredEntry, 'registerKey' | 'versionHash'>;
type Titled = Pick<StoredEntry, 'versionHash' | 'answers' | 'masterRow'>;

/**
 * What defines an entry: the version it stands on says how it is handled, the one in force what the
 * list is. It goes over to another version by a move only.
 */
export async function definitionOf(db: TenantDatabase, entry: Pinned): Promise<RegisterDefinition> {
  return pinnedTo(db, await loadDefinition(db, entry.registerKey), entry.versionHash);
}

/** A register as an entry of this version reads it. */
export async function pinnedTo(
  db: TenantDatabase,
  now: RegisterDefinition,
  versionHash: string,
): Promise<RegisterDefinition> {
  if (now.versionHash === versionHash) return now;
  const own = definitionIn(await loadVersion(db, versionHash), now.register.key);
  return own === undefined ? now : readAs(now, own);
}

/** The same for several versions at once. */
export async function pinnedToEach(
  db: TenantDatabase,
  now: RegisterDefinition,
  hashes: Iterable<string>,
): Promise<(versionHash: string) => RegisterDefinition> {
  const each = new Map(
    await Promise.all(
      [...new Set(hashes)].map(async (hash) => [hash, await pinnedTo(db, now, hash)] as const),
    ),
  );
  return (versionHash) => each.get(versionHash) ?? now;
}

/** Titles of entries as their register shows them, where another version asks for them as well. */
export async function titlesAsShown(
  db: TenantDatabase,
  asked: RegisterDefinition,
  hashes: Iterable<string>,
): Promise<(entry: Titled) => Text> {
  const now = (await findDefinition(db, asked.register.key)) ?? asked;
  const definitionOf = await pinnedToEach(db, now, hashes);
  return (entry) => titleOf(definitionOf(entry.versionHash), entry);
}

/** What a list may be filtered and sorted by: nothing that is masked for any of its entries. */
export async function listedIn(db: TenantDatabase, now: RegisterDefinition): Promise<string[]> {
  const hashes = await listVersionsStoodOn(db, now.register.key);
  const definitionOf = await pinnedToEach(db, now, hashes);
  const masked = new Set(
    hashes.flatMap((hash) => definitionOf(hash).register.visibility?.masked ?? []),
  );
  return listedFieldsOf(now).filter((field) => !masked.has(field));
}
