import type { Register } from '#schema/contracts/campaign/register.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { CampaignVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import type { RegisterDefinition } from '../registers.domain.ts';
import { registersErrors } from '../registers.errors.ts';
import { findRegisterRow } from '../registers.repository.ts';
import type { StoredEntry } from '../stored-entry.domain.ts';

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

/** What defines a register now. */
export async function loadDefinition(db: TenantDatabase, key: string): Promise<RegisterDefinition> {
  const row = await findRegisterRow(db, key);
  const version = row && (await loadVersion(db, row.versionHash));
  const definition = version && definitionIn(version, key);
  if (definition === undefined) throw registersErrors['registers.unknown_register']();
  return definition;
}

/**
 * What defines an entry: the register as it is now, or, where that no longer knows the state the
 * entry is in, the version it was last changed under.
 */
export async function definitionOf(
  db: TenantDatabase,
  entry: Pick<StoredEntry, 'registerKey' | 'versionHash' | 'state'>,
): Promise<RegisterDefinition> {
  const current = await loadDefinition(db, entry.registerKey);
  if (knowsState(current.register, entry.state)) return current;
  const pinned = definitionIn(await loadVersion(db, entry.versionHash), entry.registerKey);
  return pinned ?? current;
}

function knowsState({ workflow }: Register, state: string): boolean {
  return workflow?.states.some(({ key }) => key === state) ?? false;
}
