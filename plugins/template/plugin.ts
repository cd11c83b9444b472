import { definePlugin } from '#plugins/sdk/define.ts';

export const plugin = definePlugin({
  id: 'template',
  version: '1.0.0',
  region: {
    level: 'prefecture',
    divisionCode: '999999',
    names: {
      full: { zh: '示例市卫生健康委员会', en: 'Sample City Health Commission' },
      short: { zh: '示例市', en: 'Sample City' },
    },
    order: 999999,
  },
  branding: {
    accent: '#1f5f8b',
    title: { zh: '示例市医疗行业作风建设', en: 'Sample City Health Conduct' },
    mark: '示',
    motif: 'rule',
  },
  words: { self: '本委', departments: '科室', territory: '全市', office: '行风办' },
  footer: { sponsor: '示例市卫生健康委员会' },
  editions: [
    {
      year: 2026,
      title: { zh: '2026年行业作风建设实施方案', en: '2026 conduct plan' },
      load: () => import('./editions/2026/campaign.ts'),
    },
  ],
});
