import { parseArgs } from 'node:util';
import { withDatabases } from './supervisor/databases.ts';
import { readInstallationClock } from './supervisor/installation-clock.ts';
import { layOut } from './supervisor/layout.ts';
import { findRunning } from './supervisor/run-file.ts';
import { addTenant } from './tenant/add-tenant.ts';
import { formatTenants, listTenants } from './tenant/list-tenants.ts';
import { migrateTenants } from './tenant/migrate-tenants.ts';
import { openAccounts } from './tenant/open-accounts.ts';
import { printAddition } from './tenant/print-addition.ts';
import { setTenantStatus } from './tenant/set-status.ts';
import { CommandError, inWords, print, runCommand } from './terminal.ts';

const help = {
  zh: `npm run tenant -- add 文件 [--dry-run] [--again]  用一份方案文件开通一个地区，服务不必重启；打印首次登录口令（只显示一次）
npm run tenant -- accounts 地区 [--dry-run]      为还没有账号的地区开立首批账号，打印首次登录口令（只显示一次）
npm run tenant -- list                          各地区及其数据库版本
npm run tenant -- migrate [--dry-run]           把所有数据库升级到最新结构，可随时中断后重来
npm run tenant -- suspend 地区 --reason 原因     停用一个地区（读写一并停止，数据保留）
npm run tenant -- resume 地区                   恢复一个地区
  --dry-run   只说明将做什么，不做改动
  --again     清除上次中断的开通，重新开通
  QINGFENG_DATA=目录   数据目录（默认 .qingfeng）；服务在运行时直接作用于它`,
  en: `npm run tenant -- add FILE [--dry-run] [--again]  puts a region on the air from a campaign file, without a restart; prints first passwords once
npm run tenant -- accounts SLUG [--dry-run]     first accounts of a region that has none; prints first passwords once
npm run tenant -- list                          regions and the versions of their databases
npm run tenant -- migrate [--dry-run]           brings all databases up to date; may be cut off and repeated
npm run tenant -- suspend SLUG --reason WHY     takes a region off the air, reads and writes; its data stays
npm run tenant -- resume SLUG                   brings it back
  --dry-run   says what would be done and changes nothing
  --again     clears an addition that was cut off and starts over
  QINGFENG_DATA=FOLDER  where data is kept (.qingfeng); acts on the running server where there is one`,
};

function requireFile(file: string | undefined): string {
  if (file !== undefined) return file;
  throw new CommandError({ zh: '请写明方案文件', en: 'name the campaign file' });
}

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
      again: { type: 'boolean' },
      reason: { type: 'string' },
    },
  });
  const [command, slug] = positionals;
  if (values.help === true || command === undefined) return print(inWords(help));
  const dryRun = values['dry-run'] === true;
  const reason = values.reason ?? '';
  const layout = layOut();
  await withDatabases(layout, async (databases) => {
    switch (command) {
      case 'add': {
        const clock = readInstallationClock(layout);
        const input = { file: requireFile(slug), clock, dryRun, again: values.again === true };
        const added = await addTenant(databases, input);
        return print(printAddition(added, findRunning(layout)?.origin ?? ''));
      }
      case 'accounts': {
        const clock = readInstallationClock(layout);
        const opened = await openAccounts(databases, { slug: requireSlug(slug), clock, dryRun });
        return print(printAddition(opened, findRunning(layout)?.origin ?? ''));
      }
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
