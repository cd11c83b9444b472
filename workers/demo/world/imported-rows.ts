import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import { createRandom } from './random.ts';
import type { DemoUnit } from './unit.ts';
import type { World } from './world.ts';

/** A sheet as a platform exports it: the headings, then a line a hospital. */
export type ExportedSheet = readonly [readonly string[], ...(readonly string[])[]];

const surveyed = (unit: DemoUnit): boolean =>
  unit.kind === 'hospital' && (unit.level === 'tertiary' || unit.level === 'secondary');

const decimal = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;

/** What a system elsewhere would say of the hospitals of a world; about one in ten has few answers. */
export function exportedSheet(
  world: Pick<World, 'region' | 'seed' | 'units'>,
  { key, form }: Pick<Indicator, 'key' | 'form'>,
): ExportedSheet {
  const random = createRandom(`${world.seed} ${world.region} imported ${key}`);
  const lines = world.units.filter(surveyed).map(({ name, level }): string[] => {
    const most = level === 'tertiary' ? 900 : 300;
    switch (form) {
      case 'mean': {
        const sample = random.happens(100) ? random.between(6, 29) : random.between(60, most);
        return [name, decimal(random.between(8210, 9640)), String(sample)];
      }
      case 'ratio': {
        const whole = random.between(2000, 60_000);
        return [name, String(Math.floor((whole * random.between(180, 420)) / 1000)), String(whole)];
      }
      case 'count':
        return [name, String(random.between(0, 30))];
      case 'value':
        return [name, decimal(random.between(2810, 4480))];
    }
  });
  const headings = {
    mean: ['单位名称', '得分', '有效样本量'],
    ratio: ['单位名称', '分子', '分母'],
    count: ['单位名称', '数值'],
    value: ['单位名称', '数值'],
  };
  return [headings[form], ...lines];
}
