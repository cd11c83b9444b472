import { definePlugin } from '#plugins/sdk/define.ts';

export const plugin = definePlugin({
  id: 'dongxihu',
  version: '1.0.0',
  region: {
    level: 'district',
    divisionCode: '420112',
    names: {
      full: { zh: '武汉市东西湖区卫生健康局', en: 'Dongxihu District Health Bureau, Wuhan' },
      short: { zh: '武汉市东西湖区', en: 'Dongxihu, Wuhan' },
    },
    order: 420112,
  },
  branding: {
    accent: '#7a2e5d',
    title: { zh: '东西湖区卫生健康系统“作风建设年”', en: 'Dongxihu Health Conduct' },
    subtitle: { zh: '敬佑生命 · 救死扶伤', en: 'Honour life, heal the wounded' },
    mark: '东',
    motif: 'plain',
  },
  words: { self: '本局', departments: '科室', territory: '全区', office: '局办公室（监审科）' },
  footer: { sponsor: '武汉市东西湖区卫生健康局' },
  editions: [
    {
      year: 2021,
      title: {
        zh: '东西湖区卫生健康局2021年“作风建设年”工作方案',
        en: '2021 “Year of conduct” work plan',
      },
      load: () => import('./editions/2021/campaign.ts'),
    },
  ],
});
