import { plainWord } from '#schema/contracts/unit-words.ts';

/** The word that was most likely meant, or nothing where none comes near. */
export function nearestWord(text: string, words: readonly string[]): string | undefined {
  const plain = plainWord(text);
  const measured = words.map((word) => ({ word, distance: distanceOf(plain, plainWord(word)) }));
  const [best] = measured.toSorted((left, right) => left.distance - right.distance);
  const most = Math.max(1, Math.floor(plain.length / 2));
  return best && best.distance <= most ? best.word : undefined;
}

/** How many characters have to be put in, taken out or changed; of words that contain, the rest. */
function distanceOf(left: string, right: string): number {
  if (left.length > 1 && right.includes(left)) return 1;
  if (right.length > 1 && left.includes(right)) return 1;
  let above = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      const shorter = Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(Math.min(replaced, shorter));
    }
    above = current;
  }
  return above[right.length] ?? 0;
}
