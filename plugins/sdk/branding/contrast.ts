const WHITE = '#ffffff';
/** The tinted paper of footers and boxes: what is read on it is read on white better still. */
const PAPER = '#f5f5f1';
const INK = '#1d2226';
/** WCAG 2.2 AA for text; the accent is text on paper as well as ground under text. */
export const enoughContrast = 4.5;
const SHADES = 255;

type Rgb = readonly [number, number, number];

/** Contrast of two colours by WCAG, 1 to 21: `contrastOf('#000000', '#ffffff')` is 21. */
export function contrastOf(one: string, other: string): number {
  const [first, second] = [luminance(parseHex(one)), luminance(parseHex(other))];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Contrast of an accent with the ground of our pages, cut to one decimal: 4.49 is never shown as 4.5. */
export function accentContrast(accent: string): number {
  return Math.floor(contrastOf(accent, PAPER) * 10) / 10;
}

/** Can this accent be read on paper? `isReadableAccent('#1f5f8b')` is true. */
export function isReadableAccent(accent: string): boolean {
  return contrastOf(accent, PAPER) >= enoughContrast;
}

/** The accent itself where it can be read on paper, else the nearest darker shade of it that can. */
export function readableAccent(accent: string): string {
  if (isReadableAccent(accent)) return accent;
  const colour = parseHex(accent);
  // The loop ends: black can be read.
  for (let left = SHADES - 1; left > 0; left -= 1) {
    const shade = toHex(scale(colour, left / SHADES));
    if (isReadableAccent(shade)) return shade;
  }
  return '#000000';
}

/** What is written on an accent: white or ink, whichever is read better. */
export function inkOn(accent: string): string {
  return contrastOf(accent, WHITE) >= contrastOf(accent, INK) ? WHITE : INK;
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = mapRgb(colour, (part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function scale(colour: Rgb, share: number): Rgb {
  return mapRgb(colour, (part) => Math.round(part * share));
}

function mapRgb([red, green, blue]: Rgb, change: (part: number) => number): Rgb {
  return [change(red), change(green), change(blue)];
}

function parseHex(text: string): Rgb {
  const value = Number.parseInt(text.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function toHex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
