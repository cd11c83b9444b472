import { definePlugin } from '#plugins/sdk/define.ts';

export const plugin = definePlugin({
  id: 'weihai',
  version: '1.0.0',
  region: {
    level: 'prefecture',
    divisionCode: '371000',
    names: {
      full: { zh: '威海市卫生健康委员会', en: 'Weihai Municipal Health Commission' },
      short: { zh: '威海市', en: 'Weihai' },
    },
    order: 371000,
  },
  branding: {
    accent: '#0b5c8c',
    title: { zh: '威海市卫生健康行业作风建设', en: 'Weihai Health Conduct' },
    subtitle: { zh: '精致城市 · 幸福威海', en: 'A refined city, a happy Weihai' },
    mark: '威',
    motif: 'wave',
  },
  words: { self: '本委', departments: '科室', territory: '全市', office: '医政科' },
  footer: { sponsor: '威海市卫生健康委员会' },
  editions: [
    {
      year: 2019,
      title: {
        zh: '关于加强全市卫生健康系统行业作风建设的指导意见（2019年）',
        en: 'Guiding opinions on strengthening conduct, 2019',
      },
      load: () => import('./editions/2019/campaign.ts'),
    },
  ],
});
