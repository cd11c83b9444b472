import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { RollUpTable, RollUpUnit } from '#schema/contracts/roll-up.ts';
import { rollUpSheet, sheetOptions } from './roll-up-excel.ts';
import { shownTable } from './roll-up.presenter.ts';

const unit = (name: string, state: RollUpUnit['state'], figures: RollUpUnit['figures'] = {}) => ({
  submissionId: `sub_${name}`,
  organizationId: `org_${name}`,
  organizationName: name,
  state,
  onBehalf: state === 'on-behalf',
  nil: false,
  revision: 1,
  figures,
});

const table: RollUpTable = {
  asOf: Date.parse('2026-07-08T10:00:00+08:00'),
  task: { key: 'self-check', title: '自查情况报告' },
  relation: 'supervision',
  fields: [
    { field: 'found', label: '发现问题数', unit: '个', by: 'sum', computed: false },
    { field: 'refunded', label: '退还金额', unit: '元', by: 'sum', computed: false },
  ],
  units: [
    unit('第一医院', 'accepted', { found: 12, refunded: '1200.50' }),
    unit('门诊部', 'on-behalf', { found: 3, refunded: '0.1' }),
    unit('第二医院', 'waiting', { found: 99 }),
    unit('第三医院', 'missing'),
  ],
  counts: { due: 4, filed: 3, accepted: 1, onBehalf: 1, waiting: 1, missing: 1, exempt: 0 },
  figures: [
    { field: 'found', sum: 15, figure: 16, reason: '一件由本局查办', standing: 'adjusted' },
    { field: 'refunded', sum: '1200.60', figure: '1200.60', standing: 'same' },
  ],
};

test('the Excel file reads back as the table on the screen, counting what counts', async () => {
  const sheet = rollUpSheet(shownTable(table, 'draft'), '东区卫生健康局');
  const file = await writeExcelFile(sheet, sheetOptions).toBuffer();
  const [found] = await readExcelFile(file);
  expect(found?.data[0]?.[0]).toBe('东区卫生健康局　自查情况报告');
  expect(String(found?.data[1]?.[0])).toContain('应汇总 4 家，已审 2 家（其中代报 1 家）');
  expect(found?.data.slice(2)).toEqual([
    ['单位', '状态', '发现问题数（个）', '退还金额（元）'],
    ['第一医院', '已审', 12, '1200.50'],
    ['门诊部', '代报', 3, 0.1],
    ['第二医院', '未审', null, null],
    ['第三医院', '未报（不计入）', null, null],
    ['汇总数', null, 15, '1200.60'],
    ['填报数', null, 16, '1200.60'],
    ['调整原因', null, '一件由本局查办', null],
  ]);
});
