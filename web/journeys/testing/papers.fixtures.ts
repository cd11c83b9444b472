import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';

type Paper = { name: string; mimeType: string; buffer: Buffer };

const pdfOf = (bodies: readonly string[], trailer = ''): Buffer => {
  const objects = bodies.map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  const head = '%PDF-1.4\n';
  const starts = objects.map((_, index) => head.length + objects.slice(0, index).join('').length);
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const body = head + objects.join('');
  const text =
    `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}` +
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\n` +
    `startxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(text);
};

/** A one-page PDF as a scanner makes it, no two alike; `name` is what the office called it. */
export function scannedPdf(name: string): Paper {
  const buffer = pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /PieceInfo (${randomUUID()}) >>`,
  ]);
  return { name, mimeType: 'application/pdf', buffer };
}

/** So many pages, each with its number in the middle, in a font that is not in the file. */
export function longPdf(pages: number): Buffer {
  const numbers = Array.from({ length: pages }, (_, index) => index);
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${numbers.map((each) => `${each * 2 + 4} 0 R`).join(' ')}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...numbers.flatMap((each) => {
      const words = `BT /F1 60 Tf 200 400 Td (Page ${each + 1}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${each * 2 + 5} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
      ];
    }),
  ]);
}

/** A PDF that opens with a password nobody has. */
export function lockedPdf(): Buffer {
  const noise = (letter: string) => `<${letter.repeat(64)}>`;
  return pdfOf(
    ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'],
    `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${noise('A')} /U ${noise('B')} >> `,
  );
}

/** A program under the name of a document: told by its content, not by its name. */
export function disguisedProgram(name: string): Paper {
  const head = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');
  return { name, mimeType: 'application/pdf', buffer: Buffer.concat([head, Buffer.alloc(512)]) };
}
