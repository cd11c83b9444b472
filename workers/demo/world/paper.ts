/** UTF-16 hex of a text, as a predefined CMap of a PDF reads it. */
function hexText(text: string): string {
  return Array.from(text, (letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0'))
    .join('')
    .toUpperCase();
}

/** A circle of four curves: a stamp that nobody could take for a real one. */
const stamp = `q 0.8 0.1 0.1 RG 3 w 470 300 m 470 333.1 443.1 360 410 360 c 376.9 360 350 333.1 350 300 c
350 266.9 376.9 240 410 240 c 443.1 240 470 266.9 470 300 c S Q`;

function pageOf(lines: readonly string[]): string {
  const texts = lines.map((line, index) => {
    const size = index === 0 ? 20 : 13;
    return `BT /F1 ${size} Tf 72 ${740 - index * 36} Td <${hexText(line)}> Tj ET`;
  });
  return [...texts, stamp, `BT /F1 10 Tf 376 296 Td <${hexText('演示用章')}> Tj ET`].join('\n');
}

/** A one-page PDF in the machine's own Chinese font: a signed and stamped paper of the demo. */
export function makePaper(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const content = pageOf(lines);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(new TextEncoder().encode(text));
}
