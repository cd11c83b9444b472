import { resumeTenant, suspendTenant } from '#workers/modules/tenants/index.ts';
import { systemClock } from '#workers/platform/clock.ts';
import { sealedNamespace } from '#workers/platform/database/namespace.ts';
import type { Databases } from '../supervisor/databases.ts';
import { controlNamespace, migrateNamespaces } from '../supervisor/migrations.ts';
import { CommandError, inWords } from '../terminal.ts';
import { listTenants } from './list-tenants.ts';

export type StatusChange = { slug: string; reason: string; dryRun: boolean };

async function requireTenant(databases: Databases, slug: string) {
  const tenant = (await listTenants(databases)).find((line) => line.slug === slug);
  if (tenant !== undefined) return tenant;
  throw new CommandError({ zh: `没有这个地区：${slug}`, en: `no such region: ${slug}` });
}

function contextOf(databases: Databases, slug: string) {
  return {
    db: databases.open(slug),
    writer: databases.writerOf(slug),
    control: databases.writerOf(controlNamespace),
    clock: systemClock,
  };
}

/** The profile is written first, while the engine still takes writes; then both doors are shut. */
async function suspend(
  databases: Databases,
  { slug, reason }: StatusChange,
  status: string,
): Promise<void> {
  const actor = { kind: 'operator', id: null } as const;
  if (status === 'active') {
    await suspendTenant({ context: contextOf(databases, slug), input: { reason, actor } });
  }
  for (const namespace of [slug, sealedNamespace(slug)]) {
    await databases.adminOf(namespace).suspend(namespace, { reads: true, reason });
  }
}

async function resume(
  databases: Databases,
  { slug, reason }: StatusChange,
  status: string,
): Promise<void> {
  for (const namespace of [slug, sealedNamespace(slug)]) {
    await databases.adminOf(namespace).resume(namespace);
  }
  await migrateNamespaces(databases, [slug, sealedNamespace(slug)]);
  if (status === 'active') return;
  const actor = { kind: 'operator', id: null } as const;
  await resumeTenant({ context: contextOf(databases, slug), input: { reason, actor } });
}

export async function setTenantStatus(
  databases: Databases,
  command: 'suspend' | 'resume',
  change: StatusChange,
): Promise<string> {
  const { slug, reason, dryRun } = change;
  const { name, status, isBlocked } = await requireTenant(databases, slug);
  const isSuspended = status === 'suspended' && isBlocked;
  const isActive = status === 'active' && !isBlocked;
  if (command === 'suspend' ? isSuspended : isActive) {
    return inWords({ zh: `${name}：状态没有变化`, en: `${slug}: nothing to change` });
  }
  if (command === 'suspend' && reason === '') {
    throw new CommandError({
      zh: '停用要写明原因：--reason 原因（会记入审计）',
      en: 'say why: --reason WHY (it goes into the audit trail)',
    });
  }
  if (dryRun) {
    return command === 'suspend'
      ? inWords({ zh: `将停用 ${name}`, en: `would suspend ${slug}` })
      : inWords({ zh: `将恢复 ${name}`, en: `would resume ${slug}` });
  }
  if (command === 'suspend') await suspend(databases, change, status);
  else await resume(databases, change, status);
  return command === 'suspend'
    ? inWords({ zh: `已停用 ${name}`, en: `${slug} is suspended` })
    : inWords({ zh: `已恢复 ${name}`, en: `${slug} is back` });
}
