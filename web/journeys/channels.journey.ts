import { createHmac } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import {
  MAIL_PASSWORD,
  readMail,
  startMailServer,
  startReceiver,
} from '#workers/platform/messaging/testing/receiver.fixtures.ts';
import type { Received } from '#workers/platform/messaging/testing/receiver.fixtures.ts';
import type { Tab } from './testing/browser.fixtures.ts';
import { host } from './testing/bureau.fixtures.ts';
import { fieldCalled } from './testing/keyboard.fixtures.ts';
import { patience, seat } from './testing/people.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectDecentPrint, expectStation } from './testing/station.fixtures.ts';

const signingKey = 'journey-signing-key-26';
const email = '电子邮件';
const webhook = '本单位系统（签名推送）';

const [mail, receiver] = await Promise.all([startMailServer(), startReceiver()]);
const stage = useStage(() =>
  Promise.resolve({
    texts: { MESSAGE_HOSTS: `127.0.0.1:${mail.port},127.0.0.1:${receiver.port}` },
    outward: { addresses: ['127.0.0.1/32'], certificates: [] },
  }),
);
afterAll(() => Promise.all([mail.close(), receiver.close()]));

const atChannels = async () => {
  const place = { host, username: 'sysadmin', path: '/console/channels' };
  const tab = await seat(stage.desk('desk'), place);
  await tab.page.getByText('没有未送达的消息').waitFor();
  return tab;
};

const sectionOf = ({ page }: Tab, channel: string) =>
  page.locator('section.channel').filter({ has: page.getByRole('heading', { name: channel }) });

type Setup = { fields: Readonly<Record<string, string>>; security?: string };

/** 设置: the fields of a channel, its secret, and that it is open from now on. */
async function setUp(tab: Tab, channel: string, { fields, security }: Setup): Promise<void> {
  const section = sectionOf(tab, channel);
  await section.getByText('设置', { exact: true }).click();
  for (const [label, value] of Object.entries(fields)) await section.getByLabel(label).fill(value);
  if (security) await section.getByLabel('加密方式').selectOption({ label: security });
  await section.getByLabel('开通这个通道').check();
  await section.getByRole('button', { name: '保存通道' }).click();
  await section.getByText('已开通', { exact: true }).waitFor();
}

async function testTo(tab: Tab, channel: string, to: string): Promise<void> {
  const section = sectionOf(tab, channel);
  const test = section.getByLabel('测试消息发给');
  if (!(await test.isVisible())) await section.getByText('设置', { exact: true }).click();
  await test.fill(to);
  await section.getByRole('button', { name: '发送测试消息' }).click();
}

/** The receiver knows by the signature that it came from here, and unaltered. */
function expectSigned({ headers, body }: Received): void {
  const time = String(headers['qingfeng-timestamp']);
  const wanted = createHmac('sha256', signingKey).update(`${time}.${body}`).digest('hex');
  expect(headers['qingfeng-signature']).toBe(`v1=${wanted}`);
}

describe('an administrator opens ways for messages to leave', () => {
  it('by mail, tries it, and sees what the mail server says', async () => {
    const tab = await atChannels();
    await expectStation(tab, 'channels');
    await setUp(tab, email, {
      fields: {
        邮件服务器: '127.0.0.1',
        端口: String(mail.port),
        发件人: '行风办 <xf@wjw.example>',
        用户名: 'qingfeng',
        邮箱口令或授权码: MAIL_PASSWORD,
      },
      security: '不加密（只限内网）',
    });
    await testTo(tab, email, 'nobody@unit.example');
    await sectionOf(tab, email)
      .getByText(/没有发出|不接受|拒/u)
      .first()
      .waitFor();
    await expectSoundPage(tab);
    expect(mail.mails).toHaveLength(0);
    await testTo(tab, email, 'li@unit.example');
    await sectionOf(tab, email)
      .getByText(/已送达|已发出|已交/u)
      .first()
      .waitFor();
    await expectStation(tab, 'channels-mail');
    await expectDecentPrint(tab);
    const [arrived] = mail.mails;
    if (arrived === undefined) throw new Error('no mail arrived');
    expect(arrived.to).toEqual(['li@unit.example']);
    expect(readMail(arrived).subject).not.toBe('');
    await tab.context.close();
  });

  it('by a signed push to a system of its own', async () => {
    const tab = await atChannels();
    await setUp(tab, webhook, {
      fields: { 接口地址: `${receiver.url}/conduct`, 签名密钥: signingKey },
    });
    await testTo(tab, webhook, 'li-ming');
    await sectionOf(tab, webhook)
      .getByText(/已送达|已发出|已交/u)
      .first()
      .waitFor();
    const [first] = receiver.received;
    if (first === undefined) throw new Error('nothing was pushed');
    expect(first.path).toBe('/conduct');
    expectSigned(first);
    expect(await tab.page.getByText(signingKey).count()).toBe(0);
    await expectStation(tab, 'channels-webhook');
    await tab.context.close();
  });
});

describe('a clerk', () => {
  it('chooses the push, and has the day’s digest there', async () => {
    const tab = await seat(stage.desk('desk'), { host, username: 'clerk', path: '/messages' });
    const { page } = tab;
    await fieldCalled(page, '企业微信／政务微信账号').fill('clerk-chengchuan');
    await page.getByRole('button', { name: '保存联系方式' }).last().click();
    await page.getByText('已保存联系方式').first().waitFor();
    await page.getByRole('radio', { name: webhook }).check();
    await page.getByRole('button', { name: '保存接收方式' }).click();
    await page.getByText('已保存接收方式').first().waitFor();
    await expectStation(tab, 'channels-reception');
    await tab.context.close();
    await stage.world.goOnTo('2026-07-16T09:00:00+08:00');
    const pushed = () =>
      receiver.received.filter(({ body }) => JSON.parse(body).to === 'clerk-chengchuan');
    await expect
      .poll(async () => {
        await stage.world.runtime.tick();
        return pushed().length;
      }, patience)
      .toBe(1);
    const [digest] = pushed();
    if (digest === undefined) throw new Error('no digest was pushed');
    expectSigned(digest);
    expect(JSON.parse(digest.body).title).toMatch(/^今天有\d+项待办$/u);
    const inbox = await seat(stage.desk('desk'), { host, username: 'clerk', path: '/messages' });
    await inbox.page
      .getByText(/^今天有\d+项待办/u)
      .first()
      .waitFor();
    await inbox.context.close();
  });

  it('is delivered to, which the administrator sees: nothing is left undelivered', async () => {
    const tab = await atChannels();
    await expectStation(tab, 'channels-delivered');
    await tab.context.close();
  });
});
