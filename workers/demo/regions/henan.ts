import type { RegionPlan } from '../world/region.ts';
import { brands, cityPatterns, towns } from './names.ts';

const cities =
  '澄川市 嵩屏市 霁原市 棠川市 砚陵市 汝棠市 颍屏市 岚川市 沐陵市 苇川市 栖台市 樟陵市 穗原市 淅屏市 漯棠市 芷原市 榆屏市 云砚市';
const counties =
  '澄溪县 嵩棠县 霁阳县 砚溪县 汝岚县 颍霁县 岚台县 苇阳县 栖陵县 樟溪县 穗陵县 淅棠县 芷溪县 榆棠县 沐台县 云棠县 霁川县 棠陵县 砚川县 苇陵县 岚屏区 穗屏区 澄台区 嵩霁区';

export const henan: RegionPlan = {
  slug: 'henan',
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
      tertiary: 36,
      secondary: 74,
      small: 20,
      grassroots: 52,
      publicHealth: 18,
      bureaus: 20,
      counties: 24,
      departments: 0,
    },
  },
  direct: { tertiary: 12, publicHealth: 4 },
  privateSmall: { tiny: 1, demo: 14 },
  places: [
    { name: '澄川市', bureau: '澄川市卫生健康委员会' },
    { name: '霁原航空港区', bureau: '霁原航空港区教卫体局', tags: ['joint-bureau'] },
    ...cities
      .split(' ')
      .slice(1)
      .map((name) => ({ name, bureau: `${name}卫生健康委员会` })),
    { name: '棠川市中医', bureau: '棠川市中医药发展局', tags: ['traditional-medicine'] },
  ],
  counties: counties.split(' ').map((name) => ({ name, bureau: `${name}卫生健康委员会` })),
  departments: [],
  directNames: {
    tertiary: [
      '省立澄川医院',
      '嵩屏医科大学第一附属医院',
      '嵩屏医科大学第二附属医院',
      '霁原中医药大学第一附属医院',
      '霁原中医药大学第二附属医院',
      '省立霁原胸科医院',
      '省立澄川眼科医院',
      '省立澄川儿童医院',
      '省立澄川肿瘤医院',
      '省立霁原口腔医院',
      '省立霁原骨科医院',
      '省立澄川心血管病医院',
    ],
    publicHealth: ['省立澄川妇幼保健院', '省立血液中心', '省立职业病防治院', '省立急救中心'],
  },
  patterns: cityPatterns,
  towns,
  centre: 'both',
  brands,
  foreignOrgan: '霁原航空港区教卫体局',
  traditionalOrgan: '棠川市中医药发展局',
  issue: { number: '示范卫〔2026〕8号', on: '03-06' },
  campusPlace: '霁原航空港区',
};
