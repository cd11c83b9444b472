import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

const draw = (seed: string) => {
  const random = createRandom(seed);
  return Array.from({ length: 20 }, () => random.between(1, 1000));
};

test('the same seed draws the same, another seed something else', () => {
  expect(draw('demo')).toEqual(draw('demo'));
  expect(draw('demo')).not.toEqual(draw('demo 2'));
});

test('what is drawn lies in its bounds and comes about as often as it should', () => {
  const random = createRandom('bounds');
  const drawn = Array.from({ length: 4_000 }, () => random.between(1, 4));
  for (const value of [1, 2, 3, 4]) {
    const share = drawn.filter((each) => each === value).length / drawn.length;
    expect(share).toBeGreaterThan(0.22);
    expect(share).toBeLessThan(0.28);
  }
  const weighed = Array.from({ length: 2_000 }, () => random.weigh({ often: 9, seldom: 1 }));
  const seldom = weighed.filter((key) => key === 'seldom').length;
  expect(seldom).toBeGreaterThan(140);
  expect(seldom).toBeLessThan(260);
  expect(Array.from({ length: 50 }, () => random.happens(0))).not.toContain(true);
});

test('a shuffle keeps every item', () => {
  const items = [1, 2, 3, 4, 5, 6, 7, 8];
  const shuffled = createRandom('shuffle').shuffle(items);
  expect(shuffled.toSorted((left, right) => left - right)).toEqual(items);
  expect(shuffled).not.toEqual(items);
  expect(() => createRandom('empty').pick([])).toThrow('nothing to pick from');
});
