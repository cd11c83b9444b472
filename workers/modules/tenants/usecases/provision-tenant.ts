import { reservedSlugs } from '#schema/contracts/pack.ts';
import { defaultTenantParameters } from '#schema/contracts/tenants.ts';
import type { TenantParameters, TenantProfile } from '#schema/contracts/tenants.ts';
import type { Clock } from '#workers/platform/clock.ts';
import type { AuditFacts, Writer } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { createAuthSecret } from '../auth-secret.ts';
import { insertProfile, mirrorTenant, readStoredTenant } from '../tenants.repository.ts';

/** Where a commission's module says who it is. */
export type TenantSource = Pick<
  TenantProfile,
  'level' | 'divisionCode' | 'names' | 'order' | 'branding' | 'words' | 'footer' | 'plugin'
>;

export type ProvisionContext = {
  readonly db: TenantDatabase;
  readonly writer: Writer;
  readonly clock: Clock;
  /** Control's writer; a region's deployment has none. */
  readonly control?: Writer;
};

export type ProvisionInput = {
  readonly slug: string;
  readonly source: TenantSource;
  readonly hosts?: readonly string[];
  readonly demo?: boolean;
  readonly parameters?: Partial<TenantParameters>;
};

/**
 * Writes a tenant's profile and secret into its own migrated database and mirrors it to control.
 * Safe to repeat: a tenant that is there keeps its profile and is only mirrored again.
 */
export async function provisionTenant(request: {
  context: ProvisionContext;
  input: ProvisionInput;
}): Promise<TenantProfile> {
  const { context, input } = request;
  if (reservedSlugs.includes(input.slug)) throw new Error(`no tenant may be named ${input.slug}`);
  const known = await readStoredTenant(context.db);
  const profile = known?.profile ?? toProfile(input);
  const at = context.clock.now();
  const audit: AuditFacts = {
    action: 'tenant.create',
    actor: { kind: 'operator', id: null },
    subjectKind: 'tenant',
    subjectId: profile.slug,
    at,
    facts: { plugin: profile.plugin, divisionCode: profile.divisionCode },
  };
  if (!known) {
    const steps = insertProfile(profile, createAuthSecret(), at);
    await commitOrThrow(context.writer, { steps, audit });
  }
  if (context.control) {
    await commitOrThrow(context.control, { steps: mirrorTenant(profile, at), audit });
  }
  return profile;
}

function toProfile(input: ProvisionInput): TenantProfile {
  return {
    slug: input.slug,
    ...input.source,
    status: 'active',
    statusReason: null,
    hosts: [...(input.hosts ?? [])],
    parameters: { ...defaultTenantParameters, ...input.parameters },
    demo: input.demo ?? false,
    version: 1,
  };
}
