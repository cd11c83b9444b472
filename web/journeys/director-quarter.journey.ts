import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { publish, registerIssue, signAs, submit } from './testing/issuing.fixtures.ts';
import { fieldCalled } from './testing/keyboard.fixtures.ts';
import {
  act,
  agree,
  downloadExcel,
  downloadWord,
  host,
  signOnPaper,
  sitInOffice,
} from './testing/office.fixtures.ts';
import { scannedPdf } from './testing/papers.fixtures.ts';
import { seat } from './testing/people.fixtures.ts';
import type { Desk } from './testing/people.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectDecentPrint, expectStation } from './testing/station.fixtures.ts';

const number = '示范卫〔2026〕19号';
const moved = '“四聚焦、四治理”专项活动情况';
const amendment = { due: '', points: ['', ''], number: '示范卫〔2026〕21号' } as const;

const stage = useStage();

/** The figures of the first sentence, as they can be read. */
const figuresOf = async (page: Page) => {
  const words = await page.locator('.overview-sentences p').first().innerText();
  return [...words.matchAll(/\d[\d,]*/gu)].map(([figure]) => Number(figure.replaceAll(',', '')));
};

describe('the office looks at its year', () => {
  it('on one sheet of A4, as of now and as of a day in spring', async () => {
    const tab = await sitInOffice(stage.desk('desk'), 'drafter');
    const { page } = tab;
    await page
      .getByRole('heading', { name: '按属地' })
      .or(page.getByText('按属地'))
      .first()
      .waitFor();
    const now = await figuresOf(page);
    await expectStation(tab, 'director-overview');
    expect(await expectDecentPrint(tab)).toBe(1);
    await fieldCalled(page, '截至日期').fill('2026-05-31');
    await page.keyboard.press('Tab');
    await page.getByText('截至 2026年5月31日 24:00').first().waitFor();
    const then = await figuresOf(page);
    expect(then[0]).toBeLessThan(now[0] ?? 0);
    expect(await expectDecentPrint(tab)).toBe(1);
    await page.locator('.overview-sentences a').first().click();
    await page.getByText(`共 ${then[0]} 条`, { exact: false }).first().waitFor();
    await page.getByText('截至 2026年5月31日 24:00', { exact: false }).first().waitFor();
    await expectStation(tab, 'director-items');
    await expectDecentPrint(tab);
    await tab.context.close();
  });

  it('copies who is late and takes the page along as Excel', async () => {
    const tab = await sitInOffice(stage.desk('desk'), 'drafter');
    const { page } = tab;
    await tab.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '催报名单（复制）' }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain('澄川市卫生健康委员会');
    const [due] = await figuresOf(page);
    const rows = await downloadExcel(tab, '导出本页');
    const words = rows.flat().map(String);
    expect(words.some((each) => each.startsWith('截至 2026年7月8日'))).toBe(true);
    expect(words.some((each) => each.startsWith('按时率：'))).toBe(true);
    expect(rows.find(([place]) => place === '合计')?.[1]).toBe(due);
    await tab.context.close();
  });

  it('answers a question from above in two minutes', async () => {
    const tab = await sitInOffice(stage.desk('desk'), 'drafter', '/console/figures');
    const { page } = tab;
    await page.getByRole('checkbox', { name: '应报送' }).focus();
    await page.keyboard.press('Space');
    for (const name of ['已报', '按时率'])
      await page.getByRole('checkbox', { name, exact: true }).check();
    await page.getByRole('radio', { name: '按单位' }).check();
    await fieldCalled(page, '截至日期').fill('2026-06-30');
    await page.keyboard.press('Tab');
    await page.getByText('截至 2026年6月30日 24:00').first().waitFor();
    await expectStation(tab, 'director-figures');
    expect(await expectDecentPrint(tab)).toBe(1);
    const rows = await downloadExcel(tab, '导出表格');
    const words = rows.flat().map(String);
    expect(words).toContain('截至 2026年6月30日 24:00');
    expect(words).toContain('本表为工作调度用，请勿作统计报表使用。');
    expect(words.some((each) => each.startsWith('应报送：'))).toBe(true);
    const shown = await page.locator('.place-table tfoot td').allInnerTexts();
    const sums = rows.find(([place]) => place === '合计') ?? [];
    expect(sums.slice(1, 3).map(Number)).toEqual(shown.slice(-3, -1).map(Number));
    await tab.context.close();
  });
});

describe('the office writes', () => {
  it('a notice with figures that are lists, signed, numbered, sent and signed for', async () => {
    const desk = stage.desk('desk');
    const tab = await sitInOffice(desk, 'drafter');
    const { page } = tab;
    await page.getByRole('link', { name: '生成通报初稿' }).click();
    await page.getByRole('heading', { level: 1, name: /的通报$/u }).waitFor();
    const path = new URL(page.url()).pathname;
    const paragraphs = page.getByRole('textbox', { name: '段落' });
    await paragraphs.nth(2).click();
    await page.keyboard.type('各单位对照要点逐项落实，按季度调度。');
    await page.getByRole('tab', { name: '可引用的情况' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tabpanel').getByRole('button', { name: '插入' }).first().click();
    await paragraphs.nth(3).click();
    await page.getByRole('tab', { name: '可引用的情况' }).click();
    await page.getByRole('button', { name: '点名引用' }).first().click();
    await page.getByText('点名单位 1 个', { exact: false }).first().waitFor();
    await paragraphs.nth(4).click();
    await page.keyboard.type('请各单位于7月底前补齐材料。');
    await page
      .getByText(/^已保存/u)
      .first()
      .waitFor();
    await expectStation(tab, 'director-bulletin');
    await expectDecentPrint(tab);
    await act(tab, '送审');
    await page.getByRole('list', { name: '审签' }).waitFor();
    await expectStation(tab, 'director-signing');
    await agree(desk, 'checker', path, '核稿');
    await agree(desk, 'countersigner', path, '点名会签（1家）');
    await agree(desk, 'signer', path, '分管领导审签');
    await page.reload();
    await act(tab, '签发登记', () => issue(page));
    await page.getByText(number, { exact: true }).first().waitFor();
    const words = await downloadWord(tab, '导出 Word');
    for (const each of [number, '应报送25件', '省立澄川医院应报送5件', '按季度调度']) {
      expect(words).toContain(each);
    }
    await act(tab, '分发', () => page.getByRole('checkbox', { name: '医院', exact: true }).check());
    await page.getByRole('heading', { name: '签收情况' }).waitFor();
    await expectStation(tab, 'director-sent');
    await expectDecentPrint(tab);
    await signFor(desk);
    await page.reload();
    await page.getByText(/^行风办填报岗签收/u).waitFor();
    await tab.context.close();
  });
});

async function issue(page: Page): Promise<void> {
  await fieldCalled(page, '文号').fill(number);
  await fieldCalled(page, '签发日期').fill('2026-07-08');
  await fieldCalled(page, '印发日期').fill('2026-07-08');
  await page.keyboard.press('Tab');
  await page.getByLabel('红头扫描件', { exact: true }).setInputFiles(scannedPdf('红头件.pdf'));
  await page.getByRole('link', { name: '红头件.pdf' }).waitFor();
}

/** A hospital finds the paper among its 文件 and signs for it. */
async function signFor(desk: Desk): Promise<void> {
  const clerk = await seat(desk, { host, username: 'clerk', path: '/bulletins' });
  const { page } = clerk;
  await page.getByRole('link', { name: /的通报$/u }).click();
  await page.getByText(number, { exact: true }).first().waitFor();
  await expectStation(clerk, 'director-received');
  await expectDecentPrint(clerk);
  await page.getByRole('button', { name: '签收', exact: true }).click();
  await page.getByText(/^行风办填报岗签收/u).waitFor();
  await clerk.context.close();
}

describe('the office is asked', () => {
  it('by a bureau, has a leader say what is to be done, and answers', async () => {
    const desk = stage.desk('desk');
    const bureau = await seat(desk, { host, username: 'bureau', path: '/petitions' });
    const { page } = bureau;
    await page.getByRole('button', { name: '写请示' }).first().click();
    await fieldCalled(page, '标题').fill('关于开展行风交叉检查的请示');
    await fieldCalled(page, '正文').fill('拟于8月组织县区交叉检查，妥否，请批示。');
    await page.getByText(/^已保存 \d/u).waitFor();
    await expectStation(bureau, 'director-petition-draft');
    await page.getByRole('button', { name: '提交主要负责人审签' }).click();
    await signOnPaper(bureau);
    await page.getByRole('button', { name: '报送', exact: true }).click();
    await page
      .getByText(/报送回执/u)
      .first()
      .waitFor();
    const path = new URL(page.url()).pathname;
    const office = await sitInOffice(desk, 'drafter', '/console/petitions');
    await office.page.getByRole('link', { name: '关于开展行风交叉检查的请示' }).click();
    await act(office, '拟办', async () => {
      await fieldCalled(office.page, '拟办意见').fill('拟同意，建议统一检查表。');
      await fieldCalled(office.page, '送哪位领导').fill('分管领导');
    });
    const leader = await sitInOffice(desk, 'signer', `/console${path}`);
    await act(leader, '批示', () =>
      fieldCalled(leader.page, '批示内容').fill('同意，注意减轻基层负担。'),
    );
    await expectStation(leader, 'director-petition');
    await expectDecentPrint(leader);
    await leader.context.close();
    await office.page.reload();
    await act(office, '批复', () =>
      office.page
        .getByRole('textbox', { name: /^批复（答复）/u })
        .fill('同意你委组织交叉检查，使用统一检查表。'),
    );
    await office.page.getByText('已答复').first().waitFor();
    await office.context.close();
    await page.reload();
    await page.getByText('同意你委组织交叉检查，使用统一检查表。').waitFor();
    await page.getByRole('button', { name: '签收答复' }).click();
    await page.getByRole('button', { name: '签收答复' }).waitFor({ state: 'hidden' });
    await expectStation(bureau, 'director-petition-answered');
    await bureau.context.close();
  });
});

describe('the office moves a day', () => {
  it('by one line with a reason, and who has not filed has the new day', async () => {
    const desk = stage.desk('desk');
    const tab = await sitInOffice(desk, 'drafter', '/console/campaigns');
    const { page } = tab;
    await page
      .getByRole('link', { name: /^2026年全省卫生健康系统/u })
      .first()
      .click();
    await page.getByRole('heading', { name: '历次版本' }).waitFor();
    await expectStation(tab, 'director-campaign');
    await expectDecentPrint(tab);
    await page.getByRole('button', { name: new RegExp(`^调整日期\\s*：${moved}$`, 'u') }).click();
    const dialog = page.getByRole('dialog', { name: '调整日期' });
    await fieldCalled(page, '新日期').fill('2026-07-20');
    await fieldCalled(page, '理由').fill('汛情影响，顺延三个工作日。');
    await expectStation(tab, 'director-move');
    await dialog.getByRole('button', { name: '建立修订' }).click();
    await page.getByRole('heading', { name: /^一致性检查/u }).waitFor();
    const path = new URL(page.url()).pathname;
    await submit(tab);
    await signAs(desk, host, 'checker', path);
    await signAs(desk, host, 'signer', path);
    await registerIssue(tab, amendment);
    await publish(tab, amendment);
    await page.getByText('第2版', { exact: false }).first().waitFor();
    await expectStation(tab, 'director-amended');
    await tab.context.close();
    const clerk = await seat(desk, { host, username: 'clerk' });
    const row = clerk.page.getByRole('listitem').filter({ hasText: moved });
    await row.filter({ hasText: '7月20日' }).first().waitFor();
    await clerk.context.close();
  });
});
