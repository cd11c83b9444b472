const WHITE = '#ffffff';
const INK = '#1d2226';
/** WCAG 2.2 AA for text; the accent is text on paper as well as ground under text. */
const ENOUGH = 4.5;
const STEP = 0.04;

type Rgb = readonly [number, number, number];

/** The tenant's stylesheet: its accent, darkened as far as it must be to be read on white. */
export function themeCss(accent: string): string {
  const safe = readableAccent(accent);
  const ink = contrastOf(safe, WHITE) >= contrastOf(safe, INK) ? WHITE : INK;
  return `:root{--accent:${safe};--accent-ink:${ink}}\n`;
}

/** The colour itself where it reaches 4.5:1 on white, else the nearest darker one that does. */
export function readableAccent(accent: string): string {
  let colour = accent;
  for (let share = 1; contrastOf(colour, WHITE) < ENOUGH && share > 0; share -= STEP) {
    colour = toHex(scale(parseHex(accent), share));
  }
  return colour;
}

/** Contrast of two colours by WCAG, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [first, second] = [luminance(parseHex(one)), luminance(parseHex(other))];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
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
