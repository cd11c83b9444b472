import '#web/shared/older-browsers.ts';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { AnnotationMode, PDFWorker, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Drawing, OpenPdf, Opened, PdfFile, PdfRefusal, Turn } from './pdf-file.ts';

/** Where the build puts the tables of Chinese encodings, the standard fonts and the decoders. */
const aids = '/assets/pdf';

let worker: PDFWorker | undefined;

const startWorker = (): PDFWorker => {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  return PDFWorker.create({ port });
};

const drawing = (
  page: Promise<PDFPageProxy>,
  canvas: HTMLCanvasElement,
  how: { width: number; turn: Turn },
): Drawing => {
  let isGivenUp = false;
  let giveUp = (): void => undefined;
  const done = page.then(async (found) => {
    if (isGivenUp) return;
    const rotation = (found.rotate + how.turn) % 360;
    const own = found.getViewport({ scale: 1, rotation });
    const viewport = found.getViewport({ scale: how.width / own.width, rotation });
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    const task = found.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE });
    giveUp = () => task.cancel();
    await task.promise;
  });
  return {
    done: done.catch((error: unknown) => {
      if (!isGivenUp) throw error;
    }),
    cancel: () => {
      isGivenUp = true;
      giveUp();
    },
  };
};

const textOf = async (page: PDFPageProxy): Promise<string> => {
  const { items } = await page.getTextContent();
  const lines = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''));
  return lines.join('').trim();
};

const toFile = (found: PDFDocumentProxy, close: () => void): PdfFile => ({
  pages: found.numPages,
  sizeOf: async (number) => {
    const page = await found.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    return { width, height };
  },
  draw: (number, canvas, how) => drawing(found.getPage(number), canvas, how),
  textOf: async (number) => textOf(await found.getPage(number)),
  close,
});

const refusals: Readonly<Record<string, PdfRefusal>> = {
  PasswordException: 'encrypted',
  InvalidPDFException: 'damaged',
  FormatError: 'damaged',
  ResponseException: 'not-reached',
  AbortException: 'not-reached',
};

const refusalOf = (error: unknown): PdfRefusal =>
  (error instanceof Error ? refusals[error.name] : undefined) ?? 'no-engine';

/** Opens a PDF of our own host; `no-engine` where this browser cannot run the engine. */
export const openPdf: OpenPdf = async (url): Promise<Opened> => {
  try {
    worker ??= startWorker();
    const task = getDocument({
      url,
      worker,
      cMapUrl: `${aids}/cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${aids}/fonts/`,
      wasmUrl: `${aids}/decoders/`,
      // The site's policy allows neither eval nor WebAssembly.
      useWasm: false,
      isEvalSupported: false,
      enableXfa: false,
    });
    const found = await task.promise;
    return { kind: 'opened', file: toFile(found, () => void task.destroy()) };
  } catch (error) {
    return { kind: 'refused', why: refusalOf(error) };
  }
};
