import type { RegionPlan } from '../world/region.ts';
import { brands, cityPatterns, towns } from './names.ts';

const cities =
  '澜江市 榕溪市 岜峦市 棠江市 簪岭市 霁江市 苇峒市 沐榕市 砚江市 峦溪市 漓棠市 郁岚市 浔霁市';
const counties =
  '榕岚县 峒溪县 岜棠县 澜峒县 霁峦县 苇溪县 沐江县 砚峒县 峦棠县 漓霁县 郁棠县 浔岚县 邕霁县 簪溪县 榕棠县 澜溪县 岜霁县 棠榕县 峒霁区 榕霁区';

export const guangxi: RegionPlan = {
  slug: 'guangxi',
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
      tertiary: 20,
      secondary: 50,
      small: 20,
      grassroots: 50,
      publicHealth: 20,
      bureaus: 14,
      counties: 20,
      departments: 0,
    },
  },
  direct: { tertiary: 8, publicHealth: 4 },
  privateSmall: { tiny: 1, demo: 13 },
  places: [
    { name: '澜江市', bureau: '澜江市卫生健康委员会' },
    { name: '邕棠新区', bureau: '邕棠新区社会事务局', tags: ['joint-bureau'] },
    ...cities
      .split(' ')
      .slice(1)
      .map((name) => ({ name, bureau: `${name}卫生健康委员会` })),
  ],
  counties: counties.split(' ').map((name) => ({ name, bureau: `${name}卫生健康局` })),
  departments: [],
  directNames: {
    tertiary: [
      '区立澜江医院',
      '榕溪医科大学第一附属医院',
      '澜江中医药大学附属医院',
      '榕溪医科大学第二附属医院',
      '区立榕溪民族医院',
      '区立澜江肿瘤医院',
      '区立澜江胸科医院',
      '区立榕溪骨伤医院',
    ],
    publicHealth: ['区立澜江妇幼保健院', '区立血液中心', '区立职业病防治院', '区立急救中心'],
  },
  patterns: cityPatterns,
  towns,
  centre: 'both',
  brands,
  foreignOrgan: '邕棠新区社会事务局',
  traditionalOrgan: '邕棠新区社会事务局',
  issue: { number: '示范卫行风〔2026〕5号', on: '03-12' },
  campusPlace: '邕棠新区',
};
