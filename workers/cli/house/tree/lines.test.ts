import { describe, expect, test } from 'vitest';
import { isData, isTest, quantile, sizesOf, sourceFiles, sum } from './lines.ts';

const limit = 300;
const ratioFrom = 3000;
const leastRatio = 0.8;

const isServer = (path: string): boolean =>
  /^workers\/(main\.ts|app|platform|modules|cli)/.test(path) &&
  !path.startsWith('workers/cli/house/');

describe('the size of files', () => {
  const sizes = sizesOf(sourceFiles());

  test('counts data aside and nothing else', () => {
    expect(isData('plugins/north/editions/2024/campaign.ts')).toBe(true);
    expect(isData('workers/modules/forms/forms.repository.ts')).toBe(false);
    expect(sizes.length).toBeGreaterThan(0);
  });

  test(`stays within ${limit} lines`, () => {
    const tooLong = sizes.filter(({ lines }) => lines > limit);
    expect(tooLong.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test('is about fifty lines in the middle', () => {
    const median = quantile(sizes, 0.5);
    console.log(
      `report: ${sizes.length} files, lines median ${median}, p90 ${quantile(sizes, 0.9)}, most ${quantile(sizes, 1)}`,
    );
    expect(median).toBeLessThanOrEqual(80);
  });
});

test('the server has about as many lines of tests as of source', () => {
  const server = sizesOf(sourceFiles().filter(isServer));
  const source = sum(server.filter(({ path }) => !isTest(path)));
  const tests = sum(server.filter(({ path }) => isTest(path)));
  const ratio = tests / source;
  console.log(`report: server ${source} source lines, ${tests} test lines, ${ratio.toFixed(2)}`);
  expect(source).toBeGreaterThan(0);
  expect(source <= ratioFrom || ratio >= leastRatio, `ratio ${ratio.toFixed(2)}`).toBe(true);
});
