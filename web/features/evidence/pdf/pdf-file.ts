export type PdfSize = { readonly width: number; readonly height: number };
export type Turn = 0 | 90 | 180 | 270;

/** One page being drawn; `cancel` gives up what is no longer looked at. */
export type Drawing = { readonly done: Promise<void>; cancel(): void };

/** An opened PDF: pages count from 1, sizes in points as they stand upright. */
export type PdfFile = {
  readonly pages: number;
  sizeOf(page: number): Promise<PdfSize>;
  /** `width` in pixels of the canvas; the height follows from the page. */
  draw(page: number, canvas: HTMLCanvasElement, how: { width: number; turn: Turn }): Drawing;
  /** What can be read on the page; empty for a scan. */
  textOf(page: number): Promise<string>;
  close(): void;
};

/** Every page, in order, by its number. */
export const pagesOf = ({ pages }: Pick<PdfFile, 'pages'>): number[] =>
  Array.from({ length: pages }, (_, index) => index + 1);

/** Why a PDF cannot be drawn here: the file's fault, or this browser's. */
export type PdfRefusal = 'encrypted' | 'damaged' | 'not-reached' | 'no-engine';

export type Opened =
  | { readonly kind: 'opened'; readonly file: PdfFile }
  | { readonly kind: 'refused'; readonly why: PdfRefusal };

export type OpenPdf = (url: string) => Promise<Opened>;
