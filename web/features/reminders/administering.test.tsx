import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { For } from 'solid-js';
import { afterEach, describe, expect, test } from 'vitest';
import type { Channels } from '#schema/contracts/reminders.ts';
import type { ReplyRow } from '#schema/contracts/request-replies.ts';
import { papersToSign } from '#web/features/bulletins/papers-to-sign.component.tsx';
import { UrgeReplies } from '#web/features/requests/urge-replies.component.tsx';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { ChannelsView } from './channels.component.tsx';

let served: ReturnType<typeof serveAnswers>;
afterEach(() => {
  cleanup();
  served.restore();
});

const channels = (enabled: boolean): Channels => ({
  settings: { digestAt: '08:30', quietOnRestDays: true, version: 1 },
  channels: [
    {
      kind: 'email',
      setup: {
        kind: 'email',
        host: 'mail.example',
        port: 465,
        security: 'tls',
        from: 'a@b.example',
      },
      hasSecret: true,
      enabled,
      allowed: true,
      version: 3,
    },
  ],
  undelivered: [],
});
const account = {
  id: 'per_9',
  username: 'zhangke',
  post: '填报岗',
  organization: { name: '第一医院' },
};

const open = (enabled = true) => {
  served = serveAnswers({
    'GET /api/reminders/channels': () => ({ body: channels(enabled) }),
    'GET /api/accounts': () => ({ body: { items: [account], nextCursor: null } }),
    'PUT /api/reminders/people/per_9/contacts/email': () => ({ status: 200, body: {} }),
    'DELETE /api/reminders/channels/email': () => ({ status: 200, body: {} }),
  });
  showAs('system-admin', () => <ChannelsView />);
};
const sentBy = (method: string) => served.sent.find((each) => each.method === method);

describe('消息通道', () => {
  test('is removed only after it was said what is lost with it', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: '移除此通道', hidden: true }));
    const dialog = await screen.findByRole('alertdialog', { hidden: true });
    expect(within(dialog).getByText(/“电子邮件”的设置和密钥不再保留/)).toBeTruthy();
    expect(sentBy('DELETE')).toBeUndefined();
    fireEvent.click(within(dialog).getByRole('button', { name: '移除此通道', hidden: true }));
    await waitFor(() => expect(sentBy('DELETE')?.path).toBe('/api/reminders/channels/email'));
  });
});

describe('代为登记联系方式', () => {
  test('goes to the person who was found and chosen, for a channel that is open', async () => {
    open();
    fireEvent.input(await screen.findByLabelText(/^查找人员/), { target: { value: 'zhang' } });
    fireEvent.click(
      await screen.findByRole('button', { name: /^选择\s*第一医院 填报岗 zhangke$/ }),
    );
    expect(screen.getByText('保存后将告知本人。')).toBeTruthy();
    fireEvent.input(screen.getByLabelText(/^电子邮箱/), { target: { value: ' z@b.example ' } });
    fireEvent.click(screen.getByRole('button', { name: '保存联系方式' }));
    await waitFor(() => expect(sentBy('PUT')?.body).toEqual({ value: 'z@b.example' }));
  });

  test('is not asked while no channel is open', async () => {
    open(false);
    expect(await screen.findByText('尚未开通任何通道，无需登记联系方式。')).toBeTruthy();
    expect(screen.queryByLabelText(/^查找人员/)).toBeNull();
  });
});

describe('催办 of replies to a request', () => {
  const row = (organizationId: string, state: ReplyRow['state'], late: boolean) =>
    ({ id: `rpl_${organizationId}`, organizationId, state, late }) as ReplyRow;

  test('is of all that owe one past its day as the list is filtered, and shows first what would be sent', async () => {
    served = serveAnswers({
      'POST /api/reminders/urges/preview': () => ({
        body: {
          asOf: 0,
          words: { zh: '请尽快回复', en: 'Please reply' },
          deadline: { zh: '明日', en: 'tomorrow' },
          units: [],
        },
      }),
    });
    const rows = [
      row('org_1', 'due', true),
      row('org_1', 'draft', true),
      row('org_2', 'due', false),
      row('org_3', 'filed', true),
      row('org_4', 'returned', true),
    ];
    showAs('commission-drafter', () => (
      <UrgeReplies request="rqt_1" rows={rows} filter={{ state: 'due' }} hasMore={false} />
    ));
    fireEvent.click(screen.getByRole('button', { name: '催办全部逾期' }));
    await waitFor(() =>
      expect(sentBy('POST')?.body).toEqual({ request: 'rqt_1', all: { reply: 'due' } }),
    );
    expect(await screen.findByText('没有可以催办的单位')).toBeTruthy();
  });

  test('is not offered where nobody is late, and is where more of the list is to come', () => {
    served = serveAnswers({});
    const rows = [row('org_2', 'due', false)];
    const show = (hasMore: boolean) =>
      showAs('commission-drafter', () => (
        <UrgeReplies request="rqt_1" rows={rows} filter={{}} hasMore={hasMore} />
      ));
    show(false);
    expect(screen.queryByRole('button')).toBeNull();
    show(true);
    expect(screen.getByRole('button', { name: '催办全部逾期' })).toBeTruthy();
  });
});

describe('papers in 我的任务', () => {
  const paper = (id: string, signedForAt?: number) => ({
    id,
    kind: 'notice' as const,
    head: {
      title: `关于${id}的通报`,
      to: '',
      issuer: '市卫健委',
      attachments: [],
      copyTo: '',
      printedBy: '',
    },
    issue: { number: '测卫〔2026〕1号', signedOn: '2026-07-01', printedOn: '2026-07-01' },
    sentAt: Date.parse('2026-07-02T09:00:00+08:00'),
    receipt: {
      organizationId: 'org_1',
      organizationName: '第一医院',
      ...(signedForAt === undefined ? {} : { signedForAt, signedForByPost: '填报岗' }),
    },
  });

  test('are those nobody signed for, each with the way to read and sign', () => {
    served = serveAnswers({});
    const rows = papersToSign([paper('bul_1'), paper('bul_2', 1)]);
    expect(rows).toHaveLength(1);
    showAs('hospital-clerk', () => (
      <ul>
        <For each={rows}>{({ row: draw }) => draw()}</For>
      </ul>
    ));
    const link = screen.getByRole('link', { name: '查阅并签收：关于bul_1的通报' });
    expect(link.getAttribute('href')).toBe('/bulletins/bul_1/org_1');
    expect(screen.getByText('测卫〔2026〕1号')).toBeTruthy();
  });
});
