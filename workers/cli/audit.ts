import { parseArgs } from 'node:util';
import { verifyTenant } from './audit/verify-tenant.ts';
import { withDatabases } from './supervisor/databases.ts';
import { layOut } from './supervisor/layout.ts';
import { CommandError, inWords, print, runCommand, warn } from './terminal.ts';

const help = {
  zh: `npm run audit -- verify 地区    核验审计链和全部签名锚点，指出第一处断裂；有问题时以 1 结束
  地区也可以是 control 或 地区--sealed`,
  en: `npm run audit -- verify TENANT    proves the chain and all signed anchors, names the first broken link; ends with 1 on any fault
  TENANT may also be control or TENANT--sealed`,
};

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  const [command, namespace] = positionals;
  if (values.help === true || command === undefined) return print(inWords(help));
  if (command !== 'verify' || namespace === undefined) throw new CommandError(help);
  const { isProved, lines } = await withDatabases(layOut(), (databases) =>
    verifyTenant(databases, namespace, (entries) => warn(`… ${entries}`)),
  );
  print(lines.join('\n'));
  if (!isProved) process.exitCode = 1;
});
