import { describe, it } from 'vitest';
import { host, sendDialog, sitAtBureau } from './testing/bureau.fixtures.ts';
import { openTask } from './testing/filing.fixtures.ts';
import { fieldCalled } from './testing/keyboard.fixtures.ts';
import { seat } from './testing/people.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectStation } from './testing/station.fixtures.ts';

const hospital = '省立澄川医院';
const task = '行风建设工作小结';
const title = `${task} · 2026年下半年`;

const stage = useStage();

const atTask = async () => {
  const tab = await seat(stage.desk('desk'), { host, username: 'clerk' });
  await openTask(tab.page, '填写', title);
  return tab;
};

describe('a hospital that cannot make the day', () => {
  it('asks for a later one before it has passed', async () => {
    const tab = await atTask();
    const { page } = tab;
    await page.getByRole('button', { name: '申请延期' }).click();
    await sendDialog(tab, {
      name: '申请延期',
      send: '提出申请',
      fill: async () => {
        await fieldCalled(page, '延至').fill('2027-01-15');
        await fieldCalled(page, '理由').fill('院区搬迁，台账年底才能归齐。');
      },
    });
    await page.getByText('已提出，等受理科室答复').first().waitFor();
    await expectStation(tab, 'extension-asked');
    await tab.context.close();
  });

  it('is granted it by its bureau, from the line of the unit', async () => {
    const tab = await sitAtBureau(stage.desk('desk'), '/console/progress');
    const { page } = tab;
    await page.getByRole('button', { name: hospital, exact: true }).click();
    await page
      .getByRole('button', { name: new RegExp(`^答复申请\\s*：\\s*${title}`, 'u') })
      .click();
    const dialog = page.getByRole('dialog', { name: '答复申请' });
    await dialog.getByText('院区搬迁，台账年底才能归齐。', { exact: false }).waitFor();
    await expectStation(tab, 'extension-answer');
    await dialog.getByRole('button', { name: '同意', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await tab.context.close();
  });

  it('sees the new day on its desk and what was answered', async () => {
    const tab = await atTask();
    const { page } = tab;
    await page
      .getByText(/1月15日/u)
      .filter({ visible: true })
      .first()
      .waitFor();
    await page.getByText(/^历次报送和申请/u).click();
    await page.getByText('已同意', { exact: false }).first().waitFor();
    await expectStation(tab, 'extension-granted');
    await page.goto(stage.world.urlOf(host));
    await page
      .getByRole('listitem')
      .filter({ hasText: title })
      .filter({ hasText: '1月15日' })
      .first()
      .waitFor();
    await tab.context.close();
  });

  it('may be given a later day without having asked', async () => {
    const tab = await sitAtBureau(stage.desk('desk'), '/console/progress');
    const { page } = tab;
    await page.getByRole('button', { name: hospital, exact: true }).click();
    await page
      .getByRole('button', { name: new RegExp(`^准予延期\\s*：?\\s*${title}`, 'u') })
      .click();
    await sendDialog(tab, {
      name: '准予延期',
      fill: async () => {
        await fieldCalled(page, '延期到').fill('2027-01-22');
        await fieldCalled(page, '理由').fill('系统切换，统一顺延一周。');
      },
    });
    await expectStation(tab, 'extension-line');
    await tab.context.close();
    const clerk = await atTask();
    await clerk.page
      .getByText(/1月22日/u)
      .filter({ visible: true })
      .first()
      .waitFor();
    await clerk.context.close();
  });
});
