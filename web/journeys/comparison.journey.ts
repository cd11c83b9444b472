import { describe, it } from 'vitest';
import { widths } from './testing/browser.fixtures.ts';
import type { Width } from './testing/browser.fixtures.ts';
import {
  compareOn,
  openBoard,
  prepareReport,
  readBoard,
  readReceipt,
  sendReport,
  signReport,
  signReportOnPaper,
} from './testing/comparing.fixtures.ts';
import type { ReportingRegion } from './testing/comparing.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';

/** Has not reported in the demo world; what it does second is a correction. */
const dongxihu: ReportingRegion = {
  slug: 'dongxihu',
  name: '武汉市东西湖区',
  signature: 'online',
  runs: { desk: {}, phone: { reason: '补录纸质报送件后重新统计。' } },
};

/** Reported when the half-year ended, so that it can only correct. */
const putuo: ReportingRegion = {
  slug: 'putuo',
  name: '上海市普陀区',
  signature: 'paper',
  runs: {
    desk: { reason: '有两件报送件的登记日期有误，已更正。' },
    phone: { reason: '补录退回修改记录后重新统计。' },
  },
};

const compared = ['按时报送率', '一次通过率', '退回整改完成率'] as const;

const stage = useStage();

const sizes = Object.keys(widths) as Width[];

describe.each([dongxihu, putuo])('the half-year of $name', (region) => {
  it.each(sizes)('is confirmed, signed, sent and compared, at the %s', async (width) => {
    const desk = stage.desk(width);
    const drafter = await prepareReport(desk, region);
    await signReport(desk, region, 'checker');
    if (region.signature === 'online') await signReport(desk, region, 'signer');
    else await signReportOnPaper(drafter);
    await sendReport(drafter);
    await readReceipt(drafter);
    await drafter.context.close();
    const analyst = await openBoard(desk);
    await readBoard(analyst, region, { width, compared });
    for (const title of compared) await compareOn(analyst, title, [dongxihu.name, putuo.name]);
    await analyst.context.close();
  });
});
