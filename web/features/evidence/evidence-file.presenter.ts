import { maxEvidenceBytes } from '#schema/contracts/evidence.ts';
import type { Evidence, EvidenceFormat } from '#schema/contracts/evidence.ts';
import { t } from '#web/shared/i18n.ts';
import { formatBytes } from '#web/shared/numbers.ts';
import { ProblemError } from '#web/shared/problem.ts';
import type { FileItem } from '#web/ui/file-field.component.tsx';

/** What the file chooser offers; the server tells the kind by content. */
const scanNames = '.pdf,.ofd,.jpg,.jpeg,.png,.heic';
const documentNames = '.doc,.docx,.xls,.xlsx,.wps,.et';

export const namesFor = (isScan: boolean | undefined): string =>
  isScan ? scanNames : `${scanNames},${documentNames}`;

export const formatWords = (isScan: boolean | undefined): string =>
  t(isScan ? 'evidence.scan-formats' : 'evidence.formats');

const shownByBrowsers: ReadonlySet<EvidenceFormat> = new Set(['pdf', 'jpg', 'png']);

/** PDF and pictures open in the browser; everything else is downloaded. */
export const evidenceHref = ({ id, format }: Pick<Evidence, 'id' | 'format'>): string =>
  `/api/evidence/${id}/${shownByBrowsers.has(format) ? 'view' : 'content'}`;

export const toFileItem = (evidence: Evidence): FileItem => ({
  id: evidence.id,
  name: evidence.name,
  bytes: evidence.bytes,
  state: 'done',
  href: evidenceHref(evidence),
});

/** What the browser can see itself, said before anything is sent. */
export const refusalOf = (file: Pick<File, 'size'>): string | undefined => {
  if (file.size === 0) return t('evidence.empty');
  if (file.size > maxEvidenceBytes) {
    return t('evidence.too-large', { limit: formatBytes(maxEvidenceBytes) });
  }
  return undefined;
};

export const failureWords = (error: unknown): string => {
  if (error instanceof ProblemError) {
    return error.errors[0]?.message ?? (error.title || t('evidence.failed'));
  }
  return t('evidence.broken');
};

/** The first sixteen signs of a SHA-256 in groups of four, as printed beside a file. */
export const shortCode = (hash: string): string =>
  (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join('-');
