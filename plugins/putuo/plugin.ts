import { definePlugin } from '#plugins/sdk/define.ts';

export const plugin = definePlugin({
  id: 'putuo',
  version: '1.0.0',
  region: {
    level: 'district',
    divisionCode: '310107',
    names: {
      full: { zh: '上海市普陀区卫生健康委员会', en: 'Putuo District Health Commission, Shanghai' },
      short: { zh: '上海市普陀区', en: 'Putuo, Shanghai' },
    },
    order: 310107,
  },
  branding: {
    accent: '#23507a',
    title: { zh: '普陀区医疗行业作风建设', en: 'Putuo Health Conduct' },
    subtitle: { zh: '廉洁行医 · 规范执业', en: 'Clean practice, sound practice' },
    mark: '普',
    motif: 'rule',
  },
  words: { self: '本委', departments: '科室', territory: '全区', office: '医政医管科' },
  footer: { sponsor: '上海市普陀区卫生健康委员会' },
  editions: [
    {
      year: 2020,
      title: {
        zh: '2020年普陀区医疗行业作风建设工作专项行动实施方案',
        en: '2020 special action on conduct: plan',
      },
      load: () => import('./editions/2020/campaign.ts'),
    },
  ],
});
