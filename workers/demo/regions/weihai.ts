import type { RegionPlan } from '../world/region.ts';
import { brands, cityPatterns, towns } from './names.ts';

const district = (name: string) => ({ name, bureau: `${name}卫生健康局` });
const zone = (name: string) => ({
  name,
  bureau: `${name}社会事务管理局`,
  tags: ['development-zone'],
});

export const weihai: RegionPlan = {
  slug: 'weihai',
  counts: {
    tiny: {
      tertiary: 1,
      secondary: 1,
      small: 1,
      grassroots: 2,
      publicHealth: 1,
      bureaus: 2,
      counties: 0,
      departments: 0,
    },
    demo: {
      tertiary: 6,
      secondary: 17,
      small: 35,
      grassroots: 90,
      publicHealth: 12,
      bureaus: 8,
      counties: 0,
      departments: 0,
    },
  },
  direct: { tertiary: 4, secondary: 3, publicHealth: 5 },
  privateSmall: { tiny: 1, demo: 28 },
  places: [
    district('澜屿区'),
    zone('汐屿高技术产业开发区'),
    district('汐桥区'),
    district('霁湾市'),
    district('棠岛市'),
    zone('澜汐经济技术开发区'),
    zone('霁屿临港经济技术开发区'),
    { name: '棠湾新区', bureau: '棠湾新区社会工作部', tags: ['development-zone'] },
  ],
  counties: [],
  departments: [],
  directNames: {
    tertiary: ['市立澜屿医院', '市立汐桥中心医院', '市立霁湾中医院', '市立澜屿妇女儿童医院'],
    secondary: ['市立汐桥胸科医院', '市立澜屿精神卫生中心', '市立澜屿口腔医院'],
    publicHealth: [
      '市疾病预防控制中心',
      '市妇幼保健院',
      '市中心血站',
      '市急救中心',
      '市卫生健康综合监督执法支队',
    ],
  },
  patterns: cityPatterns,
  towns,
  centre: 'both',
  brands,
  foreignOrgan: '汐屿高技术产业开发区社会事务管理局',
  traditionalOrgan: '棠湾新区社会工作部',
  issue: { number: '示范卫医〔2026〕11号', on: '03-19' },
  campusPlace: '汐屿高技术产业开发区',
};
