import type { PdfSize, Turn } from './pdf-file.ts';

/** Beyond this many pixels an old office computer draws nothing at all. */
const mostPixels = 12_000_000;
const mostDensity = 2;

/** How high a page is for each unit of its width, as it is turned. */
export const heightShare = ({ width, height }: PdfSize, turn: Turn): number =>
  turn % 180 === 0 ? height / width : width / height;

/** Pixels across: as sharp as the screen, within what a canvas may hold. */
export const canvasWidth = (size: PdfSize, turn: Turn, shown: number, density: number): number => {
  const wanted = shown * Math.min(mostDensity, Math.max(1, density));
  const most = Math.sqrt(mostPixels / heightShare(size, turn));
  return Math.max(1, Math.floor(Math.min(wanted, most)));
};
