import type { EvidenceFormat } from '#schema/contracts/evidence.ts';

/**
 * What the first bytes of a file say: entries of a ZIP, streams of an old Office container
 * (undefined where its directory lies further back).
 */
export type DetectedContent = {
  mime: string;
  entries: readonly string[];
  streams: readonly string[] | undefined;
};

export type FormatVerdict =
  | { accepted: true; format: EvidenceFormat }
  | { accepted: false; reason: 'unsupported' }
  | { accepted: false; reason: 'differs'; found: EvidenceFormat };

const byMime: Readonly<Record<string, EvidenceFormat>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** Names under which each format is met in offices. */
const extensionsOf: Readonly<Record<EvidenceFormat, readonly string[]>> = {
  pdf: ['pdf'],
  ofd: ['ofd'],
  jpg: ['jpg', 'jpeg', 'jpe'],
  png: ['png'],
  heic: ['heic', 'heif'],
  doc: ['doc', 'wps'],
  docx: ['docx', 'wps'],
  xls: ['xls', 'et'],
  xlsx: ['xlsx', 'et'],
  wps: ['wps'],
  et: ['et'],
};

/**
 * Tells the format by content; the name decides only between WPS and Office, whose containers are
 * the same. A name that promises something else than the content is refused: it is how a wrong file
 * gets into a filing.
 */
export function judgeFormat(content: DetectedContent, name: string): FormatVerdict {
  const extension = extensionOf(name);
  const found = formatOf(content, extension);
  if (found === undefined) return { accepted: false, reason: 'unsupported' };
  if (!extensionsOf[found].includes(extension))
    return { accepted: false, reason: 'differs', found };
  if (extension === 'wps' || extension === 'et') return { accepted: true, format: extension };
  return { accepted: true, format: found };
}

export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

const mimeOf: Readonly<Record<EvidenceFormat, string>> = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  jpg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  wps: 'application/vnd.ms-works',
  et: 'application/vnd.ms-excel',
};

/** What is served back; never what the uploader claimed. */
export function contentTypeOf(format: EvidenceFormat): string {
  return mimeOf[format];
}

/** Formats a browser shows in a sandboxed frame; the rest is offered as a file. */
export function isViewable(format: EvidenceFormat): boolean {
  return format === 'pdf' || format === 'jpg' || format === 'png';
}

function formatOf(content: DetectedContent, extension: string): EvidenceFormat | undefined {
  const { mime, entries, streams } = content;
  const direct = byMime[mime];
  if (direct !== undefined) return direct;
  if (mime === 'application/zip' && entries.includes('OFD.xml')) return 'ofd';
  if (mime !== 'application/x-cfb') return undefined;
  if (streams === undefined) return oldOfficeByName[extension];
  if (streams.includes('WordDocument')) return 'doc';
  return streams.includes('Workbook') || streams.includes('Book') ? 'xls' : undefined;
}

const oldOfficeByName: Readonly<Record<string, EvidenceFormat>> = {
  doc: 'doc',
  wps: 'doc',
  xls: 'xls',
  et: 'xls',
};
