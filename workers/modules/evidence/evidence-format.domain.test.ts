import { describe, expect, it } from 'vitest';
import { detectContent } from './evidence-content.driver.ts';
import { contentTypeOf, extensionOf, isViewable, judgeFormat } from './evidence-format.domain.ts';

const pdf = new TextEncoder().encode('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n');
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAAA=='),
  (character) => character.charCodeAt(0),
);
const script = new TextEncoder().encode('<script>alert(1)</script>');

/** A ZIP of empty, stored entries. */
function zip(...names: string[]): Uint8Array {
  const parts = names.map((name) => {
    const text = new TextEncoder().encode(name);
    const header = new DataView(new ArrayBuffer(30));
    header.setUint32(0, 0x04034b50, true);
    header.setUint16(4, 20, true);
    header.setUint16(26, text.length, true);
    return [...new Uint8Array(header.buffer), ...text];
  });
  return new Uint8Array(parts.flat());
}

/** A compound file whose directory stands in sector `sector` and names one stream. */
function compound(stream: string, sector = 0): Uint8Array {
  const bytes = new Uint8Array(512 * 3);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  view.setUint16(30, 9, true);
  view.setUint32(48, sector, true);
  const name = [...stream].map((character) => character.charCodeAt(0));
  name.forEach((code, at) => view.setUint16(512 + at * 2, code, true));
  view.setUint16(512 + 64, (name.length + 1) * 2, true);
  return bytes;
}

const judge = async (bytes: Uint8Array, name: string) =>
  judgeFormat(await detectContent(bytes), name);

describe('what a file is', () => {
  it.each([
    ['扫描件.pdf', pdf, 'pdf'],
    ['公章页.PNG', png, 'png'],
    ['方案.ofd', zip('OFD.xml', 'Doc_0/Document.xml'), 'ofd'],
    ['总结.doc', compound('WordDocument'), 'doc'],
    ['总结.wps', compound('WordDocument'), 'wps'],
    ['汇总表.xls', compound('Workbook'), 'xls'],
    ['汇总表.et', compound('Workbook'), 'et'],
    ['长总结.doc', compound('WordDocument', 4000), 'doc'],
  ])('is told of %s by its content', async (name, bytes, format) => {
    expect(await judge(bytes, name)).toEqual({ accepted: true, format });
  });

  it('is refused when the name promises something else', async () => {
    expect(await judge(pdf, '照片.jpg')).toEqual({
      accepted: false,
      reason: 'differs',
      found: 'pdf',
    });
    expect(await judge(compound('Workbook'), '总结.doc')).toMatchObject({ reason: 'differs' });
  });

  it.each([
    ['a script under the name of a PDF', script, '说明.pdf'],
    ['a ZIP that is no OFD', zip('a.exe'), '材料.ofd'],
    ['a compound file of another program', compound('Setup'), '安装.doc'],
    ['nothing', new Uint8Array(), '空.pdf'],
  ])('refuses %s', async (_what, bytes, name) => {
    expect(await judge(bytes, name)).toEqual({ accepted: false, reason: 'unsupported' });
  });

  it('is served as what it is, and shown only where a browser shows it safely', () => {
    expect(contentTypeOf('ofd')).toBe('application/ofd');
    expect(['pdf', 'jpg', 'png'].map((f) => isViewable(f as 'pdf'))).toEqual([true, true, true]);
    expect(isViewable('docx')).toBe(false);
    expect(extensionOf('无扩展名')).toBe('');
  });
});
