import { parseArgs } from 'node:util';
import { checkPlugin } from './plugin/check-plugin.ts';
import { newPlugin } from './plugin/new-plugin.ts';
import { CommandError, inWords, print, runCommand } from './terminal.ts';

const help = {
  zh: `npm run plugin -- new 代号 --code 330100 --name 某市 [--english Name] [--dry-run]   用模板新建一个地区的方案模板并登记
npm run plugin -- check 代号   按约定核对：文件、行号、原因、改法；有错误时以 1 结束
  --dry-run   只说明将做什么，不做改动
  怎么写见 docs/plugin-authoring.md`,
  en: `npm run plugin -- new ID --code 330100 --name NAME [--english Name] [--dry-run]   a new region's module from the template, entered in the registry
npm run plugin -- check ID   checks it: file, line, reason, mend; ends with 1 on any error
  --dry-run   says what would be done and changes nothing
  how to write one: docs/plugin-authoring.md`,
};

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      'dry-run': { type: 'boolean' },
      code: { type: 'string' },
      name: { type: 'string' },
      english: { type: 'string' },
    },
  });
  const [command, id] = positionals;
  if (values.help === true || command === undefined) return print(inWords(help));
  if (id === undefined || !['new', 'check'].includes(command)) throw new CommandError(help);
  if (command === 'check') {
    const { isSound, lines } = await checkPlugin(id);
    print(lines.join('\n'));
    if (!isSound) process.exitCode = 1;
    return;
  }
  const { code, name, english = id[0]?.toUpperCase() + id.slice(1) } = values;
  if (code === undefined || name === undefined) throw new CommandError(help);
  print(newPlugin({ id, code, name, english, dryRun: values['dry-run'] === true }));
});
