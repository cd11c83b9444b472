import type { Text } from '#schema/contracts/campaign/text.ts';
import { listMirroredTenants } from '#workers/modules/tenants/index.ts';
import { readLedger } from '#workers/platform/database/migrator.ts';
import { sealedNamespace } from '#workers/platform/database/namespace.ts';
import type { Databases } from '../supervisor/databases.ts';
import { controlNamespace } from '../supervisor/migrations.ts';
import { formatTable, inWords } from '../terminal.ts';

export type TenantLine = {
  slug: string;
  name: string;
  status: string;
  /** What the engine itself says; differs from the status only after a cut-off command. */
  isBlocked: boolean;
  version: string;
  sealedVersion: string;
};

export async function readVersion(databases: Databases, namespace: string): Promise<string> {
  if (!databases.namespaces().includes(namespace)) return '–';
  try {
    return (await readLedger(databases.send(namespace))).at(-1) ?? '–';
  } catch {
    return '–';
  }
}

function nameOf(text: Text): string {
  if (typeof text === 'string') return text;
  return inWords({ zh: text.zh, en: text.en ?? text.zh });
}

export async function listTenants(databases: Databases): Promise<TenantLine[]> {
  const known = new Set(databases.namespaces());
  if (!known.has(controlNamespace)) return [];
  const tenants = await listMirroredTenants(databases.open(controlNamespace));
  const lines: TenantLine[] = [];
  for (const { slug, names, status } of tenants) {
    const sealed = sealedNamespace(slug);
    lines.push({
      slug,
      name: nameOf(names.short),
      status,
      isBlocked: known.has(slug) && (await databases.isSuspended(slug)),
      version: await readVersion(databases, slug),
      sealedVersion: await readVersion(databases, sealed),
    });
  }
  return lines;
}

export function formatTenants(lines: readonly TenantLine[]): string {
  if (lines.length === 0) {
    return inWords({
      zh: '还没有地区。请先运行 npm start。',
      en: 'No region yet. Run npm start first.',
    });
  }
  const heading = inWords({
    zh: '地区,名称,状态,数据库,专管区',
    en: 'slug,name,status,database,sealed',
  });
  const state = ({ status, isBlocked }: TenantLine): string => {
    const isSuspended = status === 'suspended' || isBlocked;
    return inWords(isSuspended ? { zh: '已停用', en: 'suspended' } : { zh: '运行', en: 'active' });
  };
  return formatTable([
    heading.split(','),
    ...lines.map((line) => [line.slug, line.name, state(line), line.version, line.sealedVersion]),
  ]);
}
