import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findPlugin, plugins } from './registry.ts';
import { checkCampaign } from './sdk/check/check-campaign.ts';
import { officialCalendar as calendar } from './sdk/dates/official-calendar.ts';
import { compareRelease, lockRelease, withRelease, type RegistryLock } from './sdk/lock.ts';
import { describePluginContract } from './sdk/plugin-contract.suite.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const lock = JSON.parse(read('./registry.lock.json')) as RegistryLock;
const notPlugins = new Set(['sdk', 'template']);

async function restDays(id: string, year: number) {
  const edition = findPlugin(id)?.editions.find((each) => each.year === year);
  const loaded = await edition?.load();
  return (loaded ? checkCampaign(loaded.campaign, { calendar }) : [])
    .filter(({ code, severity }) => code === 'dates.rest-day' && severity === 'warning')
    .map(({ message }) => message.zh);
}

describe('the registry of plugins', () => {
  it('holds every plugin that lies beside it, and each of them once', () => {
    const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !notPlugins.has(entry.name))
      .map(({ name }) => name);
    expect(plugins.map(({ id }) => id).sort()).toEqual(folders.sort());
  });

  it('gives each region its own division code and its own place, in official order', () => {
    const codes = plugins.map(({ region }) => region.divisionCode);
    const places = plugins.map(({ region }) => region.order);
    expect(new Set(codes).size).toBe(plugins.length);
    expect(codes).toEqual([...codes].sort());
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(plugins.length);
  });

  it('locks the content of each version; a new version is written with vitest -u', async () => {
    let next = lock;
    for (const plugin of plugins) {
      const release = await lockRelease(plugin);
      const advice =
        'raise the version of the plugin, or take its unreleased entry out of the lock';
      expect(compareRelease(lock, plugin, release), `${plugin.id}: ${advice}`).not.toBe('changed');
      next = withRelease(next, plugin, release);
    }
    await expect(`${JSON.stringify(next, null, 2)}\n`).toMatchFileSnapshot('registry.lock.json');
  });

  it('finds a plugin by its id and knows no other', () => {
    for (const plugin of plugins) expect(findPlugin(plugin.id)).toBe(plugin);
    expect(findPlugin('nowhere')).toBeUndefined();
  });
});

describe('deadlines of the real documents', () => {
  it('finds that Weihai asked for its plans on a Saturday', async () => {
    expect(await restDays('weihai', 2019)).toContain('截止日为周六，建议改为7月19日或说明');
  });

  it('finds that Putuo asked for its self-checks on a Sunday, and Dongxihu on a working day', async () => {
    expect(await restDays('putuo', 2020)).toEqual(['截止日为周日，建议改为11月13日或说明']);
    expect(await restDays('dongxihu', 2021)).toEqual([]);
  });
});

for (const plugin of plugins) {
  describePluginContract(plugin, {
    source: read(`./${plugin.id}/plugin.ts`),
    readme: {
      path: new URL(`./${plugin.id}/README.md`, import.meta.url).pathname,
      text: read(`./${plugin.id}/README.md`),
    },
    documentText: (year) => read(`./${plugin.id}/editions/${year}/document.txt`),
  });
}
