import { expect, it } from 'vitest';
import type { ImportJob } from '#schema/contracts/imports.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { act, sendSheet, takeAll } from './imports.fixtures.ts';
import type { Sheet } from './imports.fixtures.ts';
import { readPaths } from './organizations.repository.ts';

const units = 10_000;
const base = '/api/organizations/imports';

const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);

/** A hundred bureaus, and hospitals under them that come before and after their bureau. */
function bookOf(count: number): Sheet {
  const rows = Array.from({ length: count }, (_, index) => {
    const isBureau = index % 100 === 50;
    const bureau = `第${Math.floor(index / 100)}区卫生健康局`;
    return isBureau
      ? [`B${index}`, bureau, '卫生健康局', '', '', '本委', '', '']
      : [`H${index}`, `第${index}医院`, '医院', '二级', '公立', bureau, bureau, String(index)];
  });
  const heading = ['机构编码', '单位名称', '类别', '等级', '举办性质', '主管', '属地', '床位数'];
  return [heading, ...rows];
}

it('ten thousand units are checked, taken and found unchanged the second time', async () => {
  const world = await createTestApp();
  const drafter = await world.as('drafter');
  const sheet = bookOf(units);
  const startedAt = performance.now();
  const id = await sendSheet(drafter, sheet);
  const sentAt = performance.now();
  const checked = (await act(drafter, `${base}/${id}/check`)).json<ImportJob>();
  expect(checked.counts).toEqual({ new: units, changed: 0, unchanged: 0, error: 0 });
  const checkedAt = performance.now();
  const done = await takeAll(drafter, id);
  expect(done).toMatchObject({ state: 'done', taken: units, refused: 0 });
  const takenAt = performance.now();
  const paths = await readPaths(world.site.database.db);
  expect(paths.filter(({ relation }) => relation === 'supervision').length).toBeGreaterThan(units);
  const again = await sendSheet(drafter, sheet);
  const second = (await act(drafter, `${base}/${again}/check`)).json<ImportJob>();
  expect(second.counts).toEqual({ new: 0, changed: 0, unchanged: units, error: 0 });
  process.stdout.write(
    `10,000 units: sent ${seconds(startedAt, sentAt)} s, checked ${seconds(sentAt, checkedAt)} s, ` +
      `taken ${seconds(checkedAt, takenAt)} s\n`,
  );
  expect(takenAt - startedAt).toBeLessThan(60_000);
  await world.close();
}, 120_000);
