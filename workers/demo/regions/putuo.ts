import type { RegionPlan } from '../world/region.ts';
import { brands, towns } from './names.ts';

/** A district whose units all stand under the commission itself; its streets are no health organs. */
export const putuo: RegionPlan = {
  slug: 'putuo',
  counts: {
    tiny: {
      tertiary: 1,
      secondary: 1,
      small: 1,
      grassroots: 3,
      publicHealth: 2,
      bureaus: 0,
      counties: 0,
      departments: 0,
    },
    demo: {
      tertiary: 2,
      secondary: 5,
      small: 1,
      grassroots: 11,
      publicHealth: 4,
      bureaus: 0,
      counties: 0,
      departments: 0,
    },
  },
  direct: { tertiary: 2, secondary: 5, publicHealth: 4 },
  privateSmall: { tiny: 1, demo: 1 },
  places: [],
  counties: [],
  departments: [],
  directNames: {
    tertiary: ['区中心医院', '区中西医结合医院'],
    secondary: ['区人民医院', '区中医医院', '区妇婴保健院', '区精神卫生中心', '区口腔病防治院'],
    publicHealth: [
      '区疾病预防控制中心',
      '区学生健康服务中心',
      '区医疗急救中心',
      '区卫生健康事务服务中心',
    ],
  },
  patterns: {},
  towns,
  centre: 'community',
  brands,
  foreignOrgan: '区教育局',
  foreignUnit: '区学生健康服务中心',
  traditionalOrgan: '市中医药主管部门',
  issue: { number: '示范卫监督〔2026〕6号', on: '03-24' },
  campusPlace: '邻区',
};
