import { crc32, deflateSync } from 'node:zlib';

type Drawing = {
  width?: number;
  height?: number;
  rows?: number;
  interlaced?: number;
  extra?: readonly (readonly [string, string])[];
};

function chunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(typed));
  return Buffer.concat([head, typed, tail]);
}

/** A picture in one colour, made from nothing: eight bits, three samples a point. */
export function drawPng(drawing: Drawing = {}): Uint8Array<ArrayBuffer> {
  const { width = 64, height = width, rows = height, interlaced = 0, extra = [] } = drawing;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, interlaced], 8);
  const file = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...extra.map(([type, text]) => chunk(type, Buffer.from(text, 'latin1'))),
    chunk('IDAT', deflateSync(Buffer.alloc(rows * (1 + width * 3), 0x5f))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return Uint8Array.from(file);
}
