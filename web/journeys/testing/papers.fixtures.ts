import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';

type Paper = { name: string; mimeType: string; buffer: Buffer };

/** A one-page PDF as a scanner makes it, no two alike; `name` is what the office called it. */
export function scannedPdf(name: string): Paper {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /PieceInfo (${randomUUID()}) >>`,
  ].map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  const head = '%PDF-1.4\n';
  const starts = objects.map((_, index) => head.length + objects.slice(0, index).join('').length);
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const body = head + objects.join('');
  const text =
    `${body}xref\n0 4\n0000000000 65535 f \n${table}` +
    `trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text) };
}

/** A program under the name of a document: told by its content, not by its name. */
export function disguisedProgram(name: string): Paper {
  const head = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');
  return { name, mimeType: 'application/pdf', buffer: Buffer.concat([head, Buffer.alloc(512)]) };
}
