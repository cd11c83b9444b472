import type { Evidence, EvidenceFormat } from '#schema/contracts/evidence.ts';
import type { EvidenceDoubt, ReviewCase } from '#schema/contracts/reviews.ts';
import { periodWords } from '#web/features/submissions/occurrence.presenter.ts';
import { localText, t } from '#web/shared/i18n.ts';

export type EvidenceSheet = {
  readonly evidence: Evidence;
  /** Under which item of the list or which field it lies. */
  readonly slot: string;
  readonly isStamped: boolean;
  readonly isChanged: boolean;
  readonly show: 'pages' | 'picture' | 'offer';
  /** What speaks against it, in words. */
  readonly doubts: readonly string[];
};

const pictures: ReadonlySet<EvidenceFormat> = new Set(['jpg', 'png']);

const showOf = ({ format }: Evidence): EvidenceSheet['show'] => {
  if (format === 'pdf') return 'pages';
  return pictures.has(format) ? 'picture' : 'offer';
};

type Place = { id: string; slot: string; isStamped: boolean; isChanged: boolean };

const placesOf = (found: ReviewCase): Place[] => {
  const { deliverables, deliverableEvidence, form, answers } = found.submission;
  const changed = new Set(found.changedPaths);
  const materials = deliverables.flatMap(({ key, title, kind }) =>
    (deliverableEvidence[key] ?? []).map((id) => ({
      id,
      slot: localText(title),
      isStamped: kind === 'stamped-scan',
      isChanged: changed.has(`deliverables/${key}`),
    })),
  );
  const fields = form.fields.flatMap((field) => {
    const value = field.kind === 'evidence' ? answers[field.key] : undefined;
    if (field.kind !== 'evidence' || !Array.isArray(value)) return [];
    return value.flatMap((id) =>
      typeof id === 'string'
        ? [
            {
              id,
              slot: localText(field.label),
              isStamped: field.accepts.includes('stamped-scan'),
              isChanged: changed.has(field.key),
            },
          ]
        : [],
    );
  });
  return [...materials, ...fields];
};

/** 证明期间不符, 文件名年份不符, 以前报过同一文件. */
const doubtWords = (doubt: EvidenceDoubt): string => {
  switch (doubt.doubt) {
    case 'other-period':
      return t('desk.doubt-period', { from: doubt.from ?? '', to: doubt.to ?? '' });
    case 'other-year-named':
      return t('desk.doubt-year', { year: doubt.year ?? 0 });
    case 'filed-before':
      return t('desk.doubt-before', {
        period: periodWords(doubt.occurrence ?? '') || (doubt.campaignTitle ?? ''),
      });
  }
};

/** All evidence in one order: stamped pages first, then the list of materials, then the fields. */
export const evidenceSheets = (found: ReviewCase): EvidenceSheet[] => {
  const known = new Map(found.submission.evidence.map((each) => [each.id, each]));
  const shown = new Set<string>();
  const sheets = placesOf(found).flatMap(({ id, slot, isStamped, isChanged }): EvidenceSheet[] => {
    const evidence = known.get(id);
    if (!evidence || shown.has(id)) return [];
    shown.add(id);
    const doubts = found.evidenceDoubts
      .filter(({ evidenceId }) => evidenceId === id)
      .map(doubtWords);
    return [{ evidence, slot, isStamped, isChanged, show: showOf(evidence), doubts }];
  });
  const stamped = sheets.filter(({ isStamped }) => isStamped);
  return [...stamped, ...sheets.filter(({ isStamped }) => !isStamped)];
};

export const sheetPlace = (id: string): string => `evidence-${id}`;

export const formatName = (format: EvidenceFormat): string => format.toUpperCase();

export const offerWords = (sheet: EvidenceSheet): string =>
  t('reviews.cannot-show', { format: formatName(sheet.evidence.format) });
