import { definePlugin } from '#plugins/sdk/define.ts';

export const plugin = definePlugin({
  id: 'guangxi',
  version: '1.0.0',
  region: {
    level: 'province',
    divisionCode: '450000',
    names: {
      full: {
        zh: '广西壮族自治区卫生健康委员会',
        en: 'Health Commission of Guangxi Zhuang Autonomous Region',
      },
      short: { zh: '广西壮族自治区', en: 'Guangxi' },
    },
    order: 450000,
  },
  branding: {
    accent: '#1b6b45',
    title: { zh: '广西卫生健康行风建设', en: 'Guangxi Health Conduct' },
    subtitle: { zh: '以党建促行风，以行风促医风', en: 'Good conduct in health care' },
    mark: '桂',
    motif: 'lattice',
  },
  words: { self: '本委', departments: '处室', territory: '全区', office: '行风办' },
  footer: { sponsor: '广西壮族自治区卫生健康委员会' },
  editions: [
    {
      year: 2023,
      title: {
        zh: '2023年全区卫生健康系统行风建设工作要点',
        en: '2023 key points of conduct work',
      },
      load: () => import('./editions/2023/campaign.ts'),
    },
  ],
});
