import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plugins } from '#plugins/registry.ts';
import { checkPlugin, pluginsFolder } from './plugin/check-plugin.ts';
import { newPlugin, withPlugin } from './plugin/new-plugin.ts';

const made = { id: 'hangzhou', name: '杭州市', english: 'Hangzhou', code: '330100', dryRun: false };
let count = 0;

/** Plugins of a repository of its own: the template and the registry, with our language beside. */
function createPluginsFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'qingfeng-plugins-'));
  const inside = join(pluginsFolder, '..');
  for (const name of ['schema', 'node_modules', 'package.json'])
    symlinkSync(join(inside, name), join(root, name));
  const folder = join(root, 'plugins');
  for (const name of ['template', 'henan', 'putuo']) {
    cpSync(join(pluginsFolder, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(pluginsFolder, 'sdk'), join(folder, 'sdk'));
  cpSync(join(pluginsFolder, 'registry.ts'), join(folder, 'registry.ts'));
  return folder;
}

/** The new region’s campaign with a change; every call is a folder of its own, as modules stay loaded. */
async function checkChanged(from: string, to: string) {
  const root = createPluginsFolder();
  const id = `region${(count += 1)}`;
  newPlugin({ ...made, id }, root);
  const path = join(root, id, 'editions', '2026', 'campaign.ts');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  const line =
    readFileSync(path, 'utf8')
      .split('\n')
      .findIndex((each) => each.includes(to)) + 1;
  return { ...(await checkPlugin(id, root)), line };
}

describe('a new region’s module', () => {
  it('is made from the template under its own name, sound from the first minute', async () => {
    const root = createPluginsFolder();
    newPlugin(made, root);
    const text = readFileSync(join(root, 'hangzhou', 'plugin.ts'), 'utf8');
    expect(text).toContain("id: 'hangzhou'");
    expect(text).toContain("divisionCode: '330100'");
    expect(text).toContain(
      "full: { zh: '杭州市卫生健康委员会', en: 'Hangzhou Health Commission' }",
    );
    for (const file of readdirSync(join(root, 'hangzhou'), { recursive: true })) {
      if (!String(file).includes('.')) continue;
      expect(readFileSync(join(root, 'hangzhou', String(file)), 'utf8')).not.toMatch(
        /示例市|999999/,
      );
    }
    expect(await checkPlugin('hangzhou', root)).toMatchObject({ isSound: true });
  });

  it('stands in the registry in official order, once', () => {
    const registry = readFileSync(join(pluginsFolder, 'registry.ts'), 'utf8');
    const codes = new Map(plugins.map(({ id, region }) => [id, region.divisionCode]));
    const text = withPlugin(registry, made, codes);
    expect(text).toContain('[putuo, hangzhou, weihai, henan, dongxihu, guangxi]');
    expect(text.match(/from '\.\/hangzhou\/plugin\.ts'/g)).toHaveLength(1);
    expect(withPlugin(registry, { ...made, id: 'last', code: '650000' }, codes)).toContain(
      'guangxi, last]',
    );
  });

  it.each([
    [{ id: 'Hang-Zhou' }],
    [{ id: 'control' }],
    [{ id: '../henan' }],
    [{ id: 'henan' }],
    [{ code: '33' }],
  ])('is not made as %j, nor when it is only tried out', (wrong) => {
    const root = createPluginsFolder();
    const before = readdirSync(root);
    expect(() => newPlugin({ ...made, ...wrong }, root)).toThrow(/“|plugins\/|--code/);
    newPlugin({ ...made, dryRun: true }, root);
    expect(readdirSync(root)).toEqual(before);
  });
});

describe('the check of a module', () => {
  it.each([
    [
      'a quotation that is not in the document',
      '损害群众利益的行为',
      '损害群众利益的作风',
      'contract.quote',
    ],
    ['a date in words of its own', "'2026年6月30日前'", "'六月底前'", 'contract.date-wording'],
    [
      'a form that nobody wrote',
      'form: selfCheckReport',
      "form: 'no-such-form'",
      'references.unknown',
    ],
    [
      'a missing translation',
      "{ zh: '盖章扫描件', en: 'Stamped scan' }",
      "'盖章扫描件'",
      'contract.english',
    ],
    [
      'an entry the language does not know',
      'nilReturn: true',
      'nilReport: true',
      'contract.unknown-entry',
    ],
    ['a key that is none', "task('complaint-report'", "task('Complaint.Report'", 'contract.shape'],
    ['markup in a text', "title: '常态监督'", "title: '<b>常态监督</b>'", 'contract.text'],
  ])('finds %s, at its line', async (_what, from, to, code) => {
    const { isSound, lines, line } = await checkChanged(from, to);
    expect(isSound).toBe(false);
    const told = lines.filter((each) => each.includes(code));
    expect(told.join('\n')).toMatch(/改法：|Mend: /);
    expect(told.some((each) => each.includes(`campaign.ts:${line} `))).toBe(true);
  });

  it('finds a sentence of the document that no clause has', async () => {
    const root = createPluginsFolder();
    newPlugin({ ...made, id: 'lost' }, root);
    const path = join(root, 'lost', 'editions', '2026', 'document.txt');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n各单位每周报送一次工作动态。\n`);
    const { isSound, lines } = await checkPlugin('lost', root);
    expect(isSound).toBe(false);
    const told = lines.filter((each) => each.includes('contract.uncovered'));
    expect(told.join('\n')).toContain('各单位每周报送一次工作动态');
  });

  it('finds no error in any region that this program ships', async () => {
    for (const { id } of plugins) {
      const { isSound, lines } = await checkPlugin(id);
      expect({ isSound, last: lines.at(-1) }).toMatchObject({ isSound: true });
    }
  });

  it('says so where there is no such module', async () => {
    await expect(checkPlugin('nowhere')).rejects.toThrow('nowhere');
    await expect(checkPlugin('../sdk')).rejects.toThrow('../sdk');
  });
});
