import { definePlugin } from '#plugins/sdk/define.ts';

export const plugin = definePlugin({
  id: 'henan',
  version: '1.0.0',
  region: {
    level: 'province',
    divisionCode: '410000',
    names: {
      full: { zh: '河南省卫生健康委员会', en: 'Henan Provincial Health Commission' },
      short: { zh: '河南省', en: 'Henan' },
    },
    order: 410000,
  },
  branding: {
    accent: '#8c2f1b',
    title: { zh: '河南省卫生健康行业作风建设', en: 'Henan Health Conduct' },
    subtitle: { zh: '清廉医院 · 行风建设', en: 'Clean hospitals, good conduct' },
    mark: '豫',
    motif: 'double-rule',
  },
  words: { self: '本委', departments: '处室', territory: '全省', office: '行风办' },
  footer: { sponsor: '河南省卫生健康委员会' },
  editions: [
    {
      year: 2024,
      title: {
        zh: '2024年全省卫生健康系统行业作风建设工作要点',
        en: '2024 key points of conduct work',
      },
      load: () => import('./editions/2024/campaign.ts'),
    },
  ],
});
