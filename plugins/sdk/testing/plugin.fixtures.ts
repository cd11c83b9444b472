import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { definePlugin, type Plugin } from '../define.ts';

/** A plugin with one edition. */
export function plugin(campaign: Campaign): Plugin {
  return definePlugin({
    id: 'sample',
    version: '1.0.0',
    region: {
      level: 'district',
      divisionCode: '999999',
      names: { full: { zh: '某区', en: 'Sample District' }, short: { zh: '某区', en: 'Sample' } },
      order: 99,
    },
    branding: {
      accent: '#1f5f8b',
      title: { zh: '行风', en: 'Conduct' },
      mark: '某',
      motif: 'plain',
    },
    words: { self: '本委', departments: '科室', territory: '全区', office: '行风办' },
    footer: { sponsor: '某区卫生健康委员会' },
    editions: [
      {
        year: campaign.year,
        title: { zh: '样本', en: 'Sample' },
        load: async () => ({
          campaign,
          coverage: { frame: [], notGiven: [], carriers: {} },
          rollForward: { title: (year) => `${year}年`, proposedDates: [] },
        }),
      },
    ],
  });
}
