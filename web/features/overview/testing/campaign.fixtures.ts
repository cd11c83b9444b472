import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';

/** The campaign that pages of a test are about. */
export const campaign: CampaignSummary = {
  id: `cmp_0${'1'.repeat(25)}`,
  key: 'conduct',
  title: '2026年行业作风建设工作要点',
  kindName: '工作要点',
  year: 2026,
  number: '测卫〔2026〕1号',
  printedOn: '2026-03-07',
  disclosure: 'public',
  state: 'running',
  versionNumber: 2,
  versionHash: 'hash',
  versionLabel: { zh: '第2版，2026年6月3日修订', en: 'version 2' },
  publishedAt: Date.parse('2026-07-08T10:05:00+08:00'),
};
