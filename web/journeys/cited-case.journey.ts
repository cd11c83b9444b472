import { describe, expect, it } from 'vitest';
import { fieldCalled } from './testing/keyboard.fixtures.ts';
import { downloadWord } from './testing/office.fixtures.ts';
import { seat } from './testing/people.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectStation } from './testing/station.fixtures.ts';

const host = 'dongxihu';
const problem = '李春晓医师接诊时推诿，群众反映强烈';

const stage = useStage();

describe('a case of a register in a notice', () => {
  it('is put on record by the unit with the name of who it is about', async () => {
    const tab = await seat(stage.desk('desk'), { host, username: 'clerk' });
    const { page } = tab;
    await page.getByRole('link', { name: '台账', exact: true }).click();
    await page.getByRole('link', { name: '作风建设负面清单' }).click();
    await page.getByRole('link', { name: '登记问题' }).click();
    await page.getByRole('radio', { name: '推诿扯皮，本位主义' }).check();
    await fieldCalled(page, '问题表现').fill(problem);
    await page.getByRole('radio', { name: '群众提' }).check();
    await page.getByRole('button', { name: '登记问题' }).click();
    await page.getByRole('heading', { level: 1, name: problem }).waitFor();
    await tab.context.close();
  });

  it('is cited without it, and without the unit, up to the Word file', async () => {
    const tab = await seat(stage.desk('desk'), { host, username: 'drafter', path: '/console/' });
    const { page } = tab;
    await page.getByRole('link', { name: '生成通报初稿' }).click();
    await page.getByRole('heading', { level: 1, name: /的通报$/u }).waitFor();
    await page.getByRole('textbox', { name: '段落' }).nth(3).click();
    await page.getByRole('tab', { name: '可引用的情况' }).click();
    const masked = page.getByRole('listitem').filter({ hasText: '李某医师接诊时推诿' });
    await masked.first().waitFor();
    await expectStation(tab, 'cited-case-sources');
    expect(await page.getByText('李春晓').count()).toBe(0);
    await masked.first().getByRole('button', { name: '引用', exact: true }).click();
    await page
      .getByText(/^已保存/u)
      .first()
      .waitFor();
    await expectStation(tab, 'cited-case');
    const words = await downloadWord(tab, '导出 Word');
    expect(words).toContain('李某医师接诊时推诿，群众反映强烈');
    expect(words).not.toContain('李春晓');
    await tab.context.close();
  });
});
