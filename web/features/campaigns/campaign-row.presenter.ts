import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import type { DraftOrigin, DraftSummary } from '#schema/contracts/campaigns.ts';
import { t } from '#web/shared/i18n.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';

type Shown = { readonly kind: StatusKind; readonly words: string };

export const campaignStatus = ({ state }: Pick<CampaignSummary, 'state'>): Shown => ({
  kind: state === 'running' ? 'current' : 'stopped',
  words: t(`campaigns.state-${state}`),
});

const draftKinds: Record<DraftSummary['state'], StatusKind> = {
  drafting: 'draft',
  signing: 'waiting',
  signed: 'current',
  published: 'done',
  discarded: 'stopped',
};

export const draftStatus = ({ state }: Pick<DraftSummary, 'state'>): Shown => ({
  kind: draftKinds[state],
  words: t(`campaigns.draft-${state}`),
});

/** 谁手里: the post whose turn it is. */
export const draftHolder = (draft: DraftSummary): string => {
  if (draft.state === 'drafting') return t('campaigns.held-by-drafter');
  if (draft.state === 'signed') return t('campaigns.held-for-issue');
  return draft.waitsFor?.title ?? t('campaigns.held-by-nobody');
};

/** 2024年方案模板，推算到2026年 · 修订自第1版. */
export const originWords = (origin: DraftOrigin): string => {
  if (origin.from === 'pack') return t('campaigns.origin-pack', { title: origin.title });
  if (origin.from === 'blank') return t('campaigns.origin-blank');
  if (origin.from === 'template') {
    const template =
      origin.toYear === undefined
        ? t('campaigns.origin-template', { year: origin.year })
        : t('campaigns.origin-rolled', { year: origin.year, toYear: origin.toYear });
    return origin.replaces === undefined
      ? template
      : t('campaigns.origin-replacing', { template, number: origin.replaces.number });
  }
  if (origin.reason !== undefined) {
    return t('campaigns.origin-date-moved', { number: origin.number, reason: origin.reason });
  }
  return origin.toYear === undefined
    ? t('campaigns.origin-version', { number: origin.number })
    : t('campaigns.origin-version-rolled', { number: origin.number, toYear: origin.toYear });
};

export const isOpen = ({ state }: Pick<DraftSummary, 'state'>): boolean =>
  state !== 'published' && state !== 'discarded';
