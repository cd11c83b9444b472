import type { AuditActor } from '#schema/contracts/audit.ts';
import type { TenantProfile, TenantStatus } from '#schema/contracts/tenants.ts';
import type { AuditFacts } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { createTenantNotProvisionedError, createTenantUnchangedError } from '../tenants.errors.ts';
import { mirrorTenant, readStoredTenant, updateStatus } from '../tenants.repository.ts';
import type { ProvisionContext } from './provision-tenant.ts';

type StatusInput = { readonly reason: string; readonly actor: AuditActor };

/** Takes a tenant's site off the air; its data stays. */
export function suspendTenant(request: { context: ProvisionContext; input: StatusInput }) {
  return setStatus(request.context, request.input, 'suspended');
}

/** Brings a suspended tenant back. */
export function resumeTenant(request: { context: ProvisionContext; input: StatusInput }) {
  return setStatus(request.context, request.input, 'active');
}

async function setStatus(
  context: ProvisionContext,
  input: StatusInput,
  status: TenantStatus,
): Promise<TenantProfile> {
  const known = await readStoredTenant(context.db);
  if (!known) throw createTenantNotProvisionedError();
  if (known.profile.status === status) throw createTenantUnchangedError();
  const at = context.clock.now();
  const reason = status === 'suspended' ? input.reason : null;
  const audit: AuditFacts = {
    action: status === 'suspended' ? 'tenant.suspend' : 'tenant.resume',
    actor: input.actor,
    subjectKind: 'tenant',
    subjectId: known.profile.slug,
    at,
    facts: { reason: input.reason },
  };
  const steps = [updateStatus(known.profile, { status, reason, at })];
  await commitOrThrow(context.writer, { steps, audit });
  const version = known.profile.version + 1;
  const profile = { ...known.profile, status, statusReason: reason, version };
  if (context.control) {
    await commitOrThrow(context.control, { steps: mirrorTenant(profile, at), audit });
  }
  return profile;
}
