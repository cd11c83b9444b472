import type { DetectedContent } from './evidence-format.domain.ts';

/** How much of a file is looked at before anything is stored. */
export const sniffedBytes = 256 * 1024;

/** Looks at the first bytes of a file, by `file-type`; into ZIP and old Office containers by name. */
export async function detectContent(head: Uint8Array): Promise<DetectedContent> {
  // Only an upload needs it, so no isolate evaluates it at its start.
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
  const mime = type?.mime ?? '';
  return {
    mime,
    entries: mime === 'application/zip' ? zipEntries(head) : [],
    streams: mime === 'application/x-cfb' ? cfbStreams(head) : [],
  };
}

const localFileHeader = 0x04034b50;

/** Names of the entries whose local headers stand in these bytes. */
function zipEntries(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = 0; at + 30 <= bytes.length; at += 1) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== localFileHeader) continue;
    const length = view.getUint16(at + 26, true);
    if (at + 30 + length > bytes.length) break;
    names.push(new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + length)));
    at += 29 + length;
  }
  return names;
}

const entrySize = 128;
const nameSize = 64;

/** Names of the streams in the first directory sector of a compound file ([MS-CFB] 2.2, 2.6.1). */
function cfbStreams(bytes: Uint8Array): string[] | undefined {
  if (bytes.length < 512) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 2 ** view.getUint16(30, true);
  const start = (view.getUint32(48, true) + 1) * sectorSize;
  if (start + entrySize > bytes.length) return undefined;
  const names: string[] = [];
  for (let at = start; at + entrySize <= bytes.length && at < start + sectorSize; at += entrySize) {
    const length = Math.min(view.getUint16(at + nameSize, true), nameSize);
    if (length < 2) continue;
    names.push(new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)));
  }
  return names;
}
