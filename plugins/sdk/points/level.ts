import type { Indicator, Ratio } from '#schema/contracts/campaign/indicator.ts';

type Form = Indicator['form'];

/** What one whole is typed as: a share as 100 of a percentage, any other figure in its own unit. */
const wholeOf = (form: Form): number => (form === 'ratio' ? 100 : 1);

const greatest = (left: number, right: number): number =>
  right === 0 ? left : greatest(right, left % right);

/**
 * Reads a level of an indicator, as `target` or a light, exactly: `95` of a share, with or without
 * its sign, is 19/20, `85.5` of a mean in points is 171/2. At most seven digits before and four after
 * the point; `undefined` where it is none.
 */
export function parseLevel(typed: string, form: Form): Ratio | undefined {
  const digits = form === 'ratio' ? typed.trim().replace(/\s*[%％]$/, '') : typed.trim();
  const [, whole, part = ''] = /^(\d{1,7})(?:\.(\d{1,4}))?$/.exec(digits) ?? [];
  if (whole === undefined) return undefined;
  const scale = wholeOf(form) * 10 ** part.length;
  const count = Number(`${whole}${part}`);
  const common = greatest(scale, count);
  return { numerator: count / common, denominator: scale / common };
}

const places = 4;

/** A level as `parseLevel` reads it, without sign or unit; `1/3` where four places do not say it. */
export function printLevel(level: Ratio | undefined, form: Form): string {
  if (level === undefined) return '';
  const scaled = BigInt(level.numerator) * BigInt(wholeOf(form)) * 10n ** BigInt(places);
  if (scaled % BigInt(level.denominator) !== 0n) return `${level.numerator}/${level.denominator}`;
  const digits = String(scaled / BigInt(level.denominator)).padStart(places + 1, '0');
  const rest = digits.slice(-places).replace(/0+$/, '');
  return `${digits.slice(0, -places)}${rest === '' ? '' : `.${rest}`}`;
}
