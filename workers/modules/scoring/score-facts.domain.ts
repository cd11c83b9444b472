import { dayAt } from '#plugins/sdk/dates/days.ts';
import { recordableFacts } from '#plugins/sdk/scoring/recordable-facts.ts';
import type { ContentFault, RecordedFact } from '#plugins/sdk/scoring/recorded-facts.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { RecordableFact, RecordedContent } from '#schema/contracts/evaluation-records.ts';
import { filingsFact } from './filing-facts.domain.ts';

const supplied: ReadonlySet<string> = new Set([filingsFact]);

/** What people can put on record under a version, each fact once. */
export function factsToRecord(
  campaign: Pick<Campaign, 'scorecards' | 'evaluation'>,
): RecordableFact[] {
  return recordableFacts(campaign, supplied);
}

/** Events are as many as there are; of everything else one record stands for a month. */
export function periodOf(content: RecordedContent, on: string, id: string): string {
  return content.kind === 'event' ? id : on.slice(0, 7);
}

type Stored = {
  readonly id: string;
  readonly factKey: string;
  readonly onDay: string;
  readonly content: RecordedContent;
  readonly reason: string;
  readonly clauseKey: string | null;
  readonly evidenceIds: readonly string[];
  readonly state: string;
  readonly recordedByPost: string;
};

/** What counts: confirmed where a second person is asked for, and not withdrawn. */
export function standingFacts(rows: readonly Stored[]): RecordedFact[] {
  return rows
    .filter(({ state }) => state === 'standing')
    .map((row) => ({
      id: row.id,
      fact: row.factKey,
      on: row.onDay,
      content: row.content,
      reason: row.reason,
      clause: row.clauseKey ?? undefined,
      recordedBy: row.recordedByPost,
      materials: row.evidenceIds,
    }));
}

export type ConfirmBar = 'own-record' | 'same-post';

/** 双人: what one post put on record another person of another post confirms. */
export function confirmBar(
  record: { readonly recordedBy: string; readonly recordedByPost: string },
  reader: { readonly personId: string; readonly post: string },
): ConfirmBar | undefined {
  if (record.recordedBy === reader.personId) return 'own-record';
  return record.recordedByPost === reader.post ? 'same-post' : undefined;
}

/** A unit is shown what stands against it, not what one post alleges and nobody has confirmed. */
export function isShownToUnit(row: {
  readonly state: string;
  readonly confirmedAt: number | null;
  readonly needsConfirmation: boolean;
}): boolean {
  if (row.state === 'unconfirmed') return false;
  return !row.needsConfirmation || row.confirmedAt !== null;
}

export function isAfterToday(on: string, now: number): boolean {
  return on > dayAt(now);
}

/** Which field of the content to mend, and why, in both languages. */
export const contentFaults: Readonly<
  Record<ContentFault, { path: string; zh: string; en: string }>
> = {
  kind: {
    path: 'content.kind',
    zh: '考评细则不按这种方式登记这一事实，请重新选择。',
    en: 'The scorecard does not read this fact in this way. Choose another.',
  },
  category: {
    path: 'content.category',
    zh: '请选择考评细则所列的类别。',
    en: 'Choose one of the categories of the standard.',
  },
  choice: {
    path: 'content.choice',
    zh: '请选择考评细则所列的档次。',
    en: 'Choose one of the options of the standard.',
  },
  answer: {
    path: 'content.counts',
    zh: '有考评细则未列的答案，请改正。',
    en: 'There is an answer that the standard does not list.',
  },
  'out-of-range': {
    path: 'content.value',
    zh: '数值不在考评细则规定的范围内，请改正。',
    en: 'The figure is outside the range of the standard.',
  },
  numerator: {
    path: 'content.numerator',
    zh: '“实”数不应大于“应”数，请核对。',
    en: 'What was done cannot exceed what was due.',
  },
  checked: {
    path: 'content.checked',
    zh: '抽查数不应大于总数，请核对。',
    en: 'More were checked than there are.',
  },
};
