import { formatMoment } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';

export type SaveFacts = {
  /** Changes that the server does not have yet. */
  readonly unsent: number;
  readonly isReached: boolean;
  readonly conflicts: number;
  readonly refused: number;
  /** Values that cannot be kept as they are written. */
  readonly unkept: number;
  /** Saved from this page. */
  readonly savedAt: number | undefined;
  /** Saved before this page was opened. */
  readonly savedBefore: number | undefined;
  readonly isDurable: boolean;
};

export type SaveState = {
  readonly kind: 'none' | 'saving' | 'here' | 'saved' | 'trouble';
  readonly words: string;
};

/** What is true about one's work right now, the worst first. */
export const saveStateOf = (facts: SaveFacts): SaveState => {
  const { conflicts, refused, unkept, unsent, savedAt, savedBefore } = facts;
  if (conflicts > 0) {
    return { kind: 'trouble', words: t('submissions.save-conflicts', { count: conflicts }) };
  }
  if (refused > 0) {
    return { kind: 'trouble', words: t('submissions.save-refused', { count: refused }) };
  }
  if (unsent > 0 && !facts.isReached) {
    const words = facts.isDurable ? t('submissions.save-here') : t('submissions.save-window');
    return { kind: 'here', words };
  }
  if (unkept > 0) {
    return { kind: 'trouble', words: t('submissions.save-unkept', { count: unkept }) };
  }
  if (unsent > 0) return { kind: 'saving', words: t('submissions.saving') };
  if (savedAt !== undefined) {
    const time = formatMoment(savedAt, savedAt);
    return { kind: 'saved', words: t('submissions.saved', { time }) };
  }
  if (savedBefore !== undefined) {
    const time = formatMoment(savedBefore, 0);
    return { kind: 'saved', words: t('submissions.saved-before', { time }) };
  }
  return { kind: 'none', words: t('submissions.save-auto') };
};
