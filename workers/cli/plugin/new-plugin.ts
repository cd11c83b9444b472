import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reservedSlugs } from '#schema/contracts/pack.ts';
import { CommandError, inWords } from '../terminal.ts';
import { pluginsFolder } from './check-plugin.ts';

export type NewPlugin = {
  id: string;
  name: string;
  english: string;
  code: string;
  dryRun: boolean;
};

const sample = { id: 'template', name: '示例市', english: 'Sample City', code: '999999' };

/** Codes of GB/T 2260: a province, a prefecture, or a district. */
function levelOf(code: string): 'province' | 'prefecture' | 'district' {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'district';
}

function refuse({ id, code }: NewPlugin, root: string): void {
  if (
    !/^[a-z][a-z0-9]{1,29}$/.test(id) ||
    reservedSlugs.includes(id) ||
    id === sample.id ||
    id === 'sdk'
  ) {
    throw new CommandError({
      zh: `“${id}”不能作代号：只用 2 至 30 个小写字母和数字，通常是地名拼音`,
      en: `“${id}” cannot be an id: 2 to 30 small letters and digits, usually the name of the place`,
    });
  }
  if (!/^\d{6}$/.test(code)) {
    throw new CommandError({
      zh: `行政区划代码应为六位数字（--code 330100），而不是“${code}”`,
      en: `the division code has six digits (--code 330100), not “${code}”`,
    });
  }
  if (existsSync(join(root, id))) {
    throw new CommandError({ zh: `plugins/${id} 已存在`, en: `plugins/${id} is there already` });
  }
}

function rename(text: string, plugin: NewPlugin): string {
  return text
    .replaceAll(sample.name, plugin.name)
    .replaceAll(sample.english, plugin.english)
    .replaceAll(sample.code, plugin.code)
    .replaceAll(`'${sample.id}'`, `'${plugin.id}'`)
    .replaceAll(`'${sample.id}-`, `'${plugin.id}-`)
    .replace("level: 'prefecture'", `level: '${levelOf(plugin.code)}'`)
    .replace("mark: '示'", `mark: '${plugin.name.slice(0, 1)}'`);
}

function codeOf(root: string, id: string): string {
  const text = readFileSync(join(root, id, 'plugin.ts'), 'utf8');
  return /divisionCode: '(\d{6})'/.exec(text)?.[1] ?? '';
}

/** One import and one entry, in official order of the regions: that of their codes. */
export function withPlugin(
  registry: string,
  plugin: NewPlugin,
  codes: ReadonlyMap<string, string>,
): string {
  const list = /\[([^\]]*)\];/.exec(registry)?.[1] ?? '';
  const ids = list
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const place = ids.findIndex((id) => (codes.get(id) ?? '') > plugin.code);
  ids.splice(place < 0 ? ids.length : place, 0, plugin.id);
  const entry = `import { plugin as ${plugin.id} } from './${plugin.id}/plugin.ts';\n`;
  return `${entry}${registry.replace(`[${list}];`, `[${ids.join(', ')}];`)}`;
}

/** A new commission’s module from the template, entered in the registry. */
export function newPlugin(plugin: NewPlugin, root: string = pluginsFolder): string {
  refuse(plugin, root);
  const { id, dryRun } = plugin;
  if (dryRun) {
    return inWords({
      zh: `将建立 plugins/${id}/ 并登记到 plugins/registry.ts`,
      en: `would make plugins/${id}/ and enter it in plugins/registry.ts`,
    });
  }
  const registryFile = join(root, 'registry.ts');
  const registry = readFileSync(registryFile, 'utf8');
  const folders = readdirSync(root).filter((each) => existsSync(join(root, each, 'plugin.ts')));
  const codes = new Map(folders.map((each) => [each, codeOf(root, each)]));
  cpSync(join(root, sample.id), join(root, id), { recursive: true });
  for (const entry of readdirSync(join(root, id), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(path, rename(readFileSync(path, 'utf8'), plugin));
  }
  writeFileSync(registryFile, withPlugin(registry, plugin, codes));
  return inWords({
    zh: `已建立 plugins/${id}/。下一步：把文件原文放进 editions/2026/document.txt，照着改 campaign.ts，再运行 npm run plugin -- check ${id}`,
    en: `plugins/${id}/ is made. Next: put the document into editions/2026/document.txt, write campaign.ts after it, then npm run plugin -- check ${id}`,
  });
}
