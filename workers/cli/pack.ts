import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkFile } from './pack/check-file.ts';
import { compareFiles } from './pack/compare-files.ts';
import { exportEdition, exportRunning } from './pack/export-campaign.ts';
import { importFile } from './pack/import-file.ts';
import { withDatabases } from './supervisor/databases.ts';
import { readInstallationClock } from './supervisor/installation-clock.ts';
import { layOut } from './supervisor/layout.ts';
import { CommandError, inWords, print, runCommand, warn } from './terminal.ts';

const help = {
  zh: `npm run pack -- check 文件                     核对方案文件：位置、行号、原因、改法；有错误时以 1 结束
npm run pack -- export 地区 [年度] [--out 文件]  导出实施中的方案；写明年度则导出程序自带的方案模板
npm run pack -- import 地区 文件 [--carry-out] [--dry-run]   导入为该地区控制台里的草稿；--carry-out 承接上级方案
npm run pack -- diff 文件甲 文件乙               两份方案的不同之处
  --dry-run   只核对并说明将做什么，不做改动
  QINGFENG_DATA=目录   数据目录（默认 .qingfeng）；服务在运行时直接作用于它`,
  en: `npm run pack -- check FILE                       checks a campaign file: place, line, reason, mend; ends with 1 on any error
npm run pack -- export TENANT [EDITION] [--out FILE]  the running campaign; with a year the edition that the program ships
npm run pack -- import TENANT FILE [--carry-out] [--dry-run]   makes a draft of it in the region's console; --carry-out: it is a higher authority's
npm run pack -- diff A B                              what one file says otherwise than the other
  --dry-run   checks and says what would be done, and changes nothing
  QINGFENG_DATA=FOLDER  where data is kept (.qingfeng); acts on the running server where there is one`,
};

function required(value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new CommandError({ zh: `参数不全\n${help.zh}`, en: `something is missing\n${help.en}` });
}

async function check(file: string): Promise<void> {
  const { isSound, lines } = await checkFile(file);
  print(lines.join('\n'));
  if (!isSound) process.exitCode = 1;
}

async function exportTo(slug: string, edition: string | undefined, out: string | undefined) {
  const text =
    edition === undefined
      ? await withDatabases(layOut(), (databases) => exportRunning(databases, slug))
      : await exportEdition(slug, Number(edition));
  if (out === undefined) return print(text.trimEnd());
  writeFileSync(out, text);
  warn(inWords({ zh: `已写入 ${out}`, en: `written to ${out}` }));
}

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      'dry-run': { type: 'boolean' },
      'carry-out': { type: 'boolean' },
      out: { type: 'string' },
    },
  });
  const [command, first, second] = positionals;
  if (values.help === true || command === undefined) return print(inWords(help));
  const dryRun = values['dry-run'] === true;
  switch (command) {
    case 'check':
      return check(required(first));
    case 'export':
      return exportTo(required(first), second, values.out);
    case 'diff':
      return print((await compareFiles(required(first), required(second))).join('\n'));
    case 'import': {
      const layout = layOut();
      const clock = readInstallationClock(layout);
      const carriesOut = values['carry-out'] === true;
      const input = { slug: required(first), file: required(second), dryRun, clock, carriesOut };
      return print(await withDatabases(layout, (databases) => importFile(databases, input)));
    }
    default:
      throw new CommandError({
        zh: `没有这个命令：${command}\n${help.zh}`,
        en: `no such command: ${command}\n${help.en}`,
      });
  }
});
