import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { parsePoints, printPoints } from '../../points/points.ts';

/**
 * One number of a card, and the card with it a tenth of a point less and a tenth more. A `line` of a
 * grade or of the total may lie where only one of the two can be told.
 */
export type ChangedPrice = { path: string; kind: 'price' | 'line'; changed: Scorecard[] };

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Place = { path: (string | number)[]; text: string };

const prices = new Set(['amount', 'max', 'first', 'again', 'otherwise']);
const lines = new Set(['value', 'floor', 'cap']);
const tenth = 1000;

function placesOf(value: Json, path: (string | number)[], into: Place[]): void {
  if (typeof value === 'string') {
    const key = path.at(-1);
    if (typeof key === 'string' && (prices.has(key) || lines.has(key))) {
      into.push({ path, text: value });
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) placesOf(inner, [...path, key], into);
  if ('type' in value && value.type === 'criterion' && typeof value.points === 'string') {
    into.push({ path: [...path, 'points'], text: value.points });
  }
}

function withText(value: Json, path: readonly (string | number)[], text: string): Json {
  const [key, ...rest] = path;
  if (key === undefined) return text;
  if (Array.isArray(value)) {
    return value.map((each, at) =>
      String(at) === String(key) ? withText(each, rest, text) : each,
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [key]: withText(value[key] ?? null, rest, text) };
}

/** Every price, cap, floor and grade line of a card, each changed both ways. */
export function pricesOf(card: Scorecard): ChangedPrice[] {
  const places: Place[] = [];
  const json = JSON.parse(JSON.stringify(card)) as Json;
  placesOf(json, [], places);
  return places.map(({ path, text }) => ({
    path: path.join('/'),
    kind: lines.has(String(path.at(-1))) ? 'line' : 'price',
    changed: [-tenth, tenth]
      .map((by) => parsePoints(text) + by)
      .map((units) => withText(json, path, printPoints(units)) as unknown as Scorecard),
  }));
}
