import type { RegionPlan } from '../world/region.ts';

/** What stands behind the name of a city or county. The tertiary ones come first. */
export const cityPatterns: RegionPlan['patterns'] = {
  tertiary: ['中心医院', '第一人民医院', '中医医院', '肿瘤医院'],
  secondary: [
    '人民医院',
    '第二人民医院',
    '第三人民医院',
    '精神卫生中心',
    '骨科医院',
    '传染病医院',
    '第四人民医院',
  ],
  publicHealth: [
    '疾病预防控制中心',
    '妇幼保健院',
    '卫生健康综合监督执法支队',
    '中心血站',
    '急救中心',
  ],
};

const firstHalves = '柳 槐 桥 渡 石 泉 坪 桐 梨 枫 竹 荷 杏 苇 棠 霁 云 芦';
const secondHalves = '林 店 湾 头 堡 溪 坡 庄 岭 塘 浦';

/** Invented names of towns and streets, enough for every centre of a region. */
export const towns: readonly string[] = secondHalves
  .split(' ')
  .flatMap((second) => firstHalves.split(' ').map((first) => `${first}${second}`));

/** Invented names of private hospitals. */
export const brands: readonly string[] = [
  '康禾',
  '和沐',
  '仁棠',
  '安砚',
  '颐苇',
  '德霁',
  '惠澜',
  '明棠',
  '善禾',
  '瑞沐',
  '益霁',
  '宁苇',
];
