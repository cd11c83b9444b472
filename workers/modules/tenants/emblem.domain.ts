import { emblemSides } from '#schema/contracts/tenant-branding.ts';

export type Emblem = { bytes: Uint8Array<ArrayBuffer>; width: number; height: number };
export type EmblemFault = 'emblem_not_png' | 'emblem_broken' | 'emblem_wrong_size';
export type EmblemOutcome = { status: 'read'; emblem: Emblem } | { status: EmblemFault };

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What draws the picture; texts, places, times and animations that came along are left out. */
const kept = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const samplesOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

type Chunk = { type: string; data: Uint8Array<ArrayBuffer>; whole: Uint8Array<ArrayBuffer> };
type Header = { width: number; height: number; rowBytes: number };

/**
 * Takes a picture apart and puts it together anew from what draws it. PNG only: an SVG is a
 * document that can carry script, and no list of what is harmless in it stays complete.
 */
export async function readEmblem(file: Uint8Array<ArrayBuffer>): Promise<EmblemOutcome> {
  if (!SIGNATURE.every((byte, at) => file[at] === byte)) return { status: 'emblem_not_png' };
  const chunks = readChunks(file);
  const header = chunks && readHeader(chunks[0]);
  if (chunks === undefined || header === undefined) return { status: 'emblem_broken' };
  const { width, height } = header;
  const isSized = width === height && width >= emblemSides.least && width <= emblemSides.most;
  if (!isSized) return { status: 'emblem_wrong_size' };
  if (!(await isWhole(chunks, header))) return { status: 'emblem_broken' };
  const parts = chunks.filter(({ type }) => kept.has(type)).map(({ whole }) => whole);
  return {
    status: 'read',
    emblem: { bytes: join([Uint8Array.from(SIGNATURE), ...parts]), width, height },
  };
}

/** The chunks up to the end of the picture, each proved by its checksum; nothing after it counts. */
function readChunks(file: Uint8Array<ArrayBuffer>): Chunk[] | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + 12 <= file.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > file.length) return undefined;
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (crc32(file.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return undefined;
    chunks.push({ type, data: file.slice(at + 8, end - 4), whole: file.slice(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return undefined;
}

function readHeader(chunk: Chunk | undefined): Header | undefined {
  if (chunk?.type !== 'IHDR' || chunk.data.length !== 13) return undefined;
  const view = new DataView(chunk.data.buffer);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colour, interlaced] = [view.getUint8(8), view.getUint8(9), view.getUint8(12)];
  const samples = samplesOf[colour];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth) || interlaced !== 0) {
    return undefined;
  }
  return { width, height, rowBytes: 1 + Math.ceil((width * samples * depth) / 8) };
}

/** Unpacks to exactly the rows that its size promises: no more, so nothing swells in a browser. */
async function isWhole(chunks: readonly Chunk[], { height, rowBytes }: Header): Promise<boolean> {
  const packed = join(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const promised = height * rowBytes;
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = unpacked.getReader();
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.byteLength;
      if (length > promised) break;
    }
  } catch {
    return false;
  }
  if (length > promised) await reader.cancel();
  return length === promised;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}
