import { parseArgs } from 'node:util';
import { withDatabases } from './supervisor/databases.ts';
import { layOut } from './supervisor/layout.ts';
import { formatTenants, listTenants } from './tenant/list-tenants.ts';
import { migrateTenants } from './tenant/migrate-tenants.ts';
import { setTenantStatus } from './tenant/set-status.ts';
import { CommandError, inWords, print, runCommand } from './terminal.ts';

const help = {
  zh: `npm run tenant -- list                          各地区及其数据库版本
npm run tenant -- migrate [--dry-run]           把所有数据库升级到最新结构，可随时中断后重来
npm run tenant -- suspend 地区 --reason 原因     停用一个地区（读写一并停止，数据保留）
npm run tenant -- resume 地区                   恢复一个地区
  --dry-run   只说明将做什么，不做改动
  QINGFENG_DATA=目录   数据目录（默认 .qingfeng）；服务在运行时直接作用于它`,
  en: `npm run tenant -- list                          regions and the versions of their databases
npm run tenant -- migrate [--dry-run]           brings all databases up to date; may be cut off and repeated
npm run tenant -- suspend SLUG --reason WHY     takes a region off the air, reads and writes; its data stays
npm run tenant -- resume SLUG                   brings it back
  --dry-run   says what would be done and changes nothing
  QINGFENG_DATA=FOLDER  where data is kept (.qingfeng); acts on the running server where there is one`,
};

function requireSlug(slug: string | undefined): string {
  if (slug !== undefined) return slug;
  throw new CommandError({
    zh: '请写明地区的代号（用 list 查看）',
    en: 'name the region (see list)',
  });
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      'dry-run': { type: 'boolean' },
      reason: { type: 'string' },
    },
  });
  const [command, slug] = positionals;
  if (values.help === true || command === undefined) return print(inWords(help));
  const dryRun = values['dry-run'] === true;
  const reason = values.reason ?? '';
  await withDatabases(layOut(), async (databases) => {
    switch (command) {
      case 'list':
        return print(formatTenants(await listTenants(databases)));
      case 'migrate':
        return migrateTenants(databases, { dryRun, report: print });
      case 'suspend':
      case 'resume': {
        const input = { slug: requireSlug(slug), reason, dryRun };
        return print(await setTenantStatus(databases, command, input));
      }
      default:
        throw new CommandError({
          zh: `没有这个命令：${command}\n${help.zh}`,
          en: `no such command: ${command}\n${help.en}`,
        });
    }
  });
});
