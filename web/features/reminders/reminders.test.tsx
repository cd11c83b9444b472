import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { Inbox, Reception, UrgePreview, Urged } from '#schema/contracts/reminders.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { setLocale } from '#web/shared/i18n.ts';
import { InboxView } from './inbox.component.tsx';
import { MessageLink } from './message-link.component.tsx';
import { UrgeDialog } from './urge-dialog.component.tsx';

let served: ReturnType<typeof serveAnswers>;
afterEach(async () => {
  cleanup();
  served.restore();
  await setLocale('zh-CN');
});

const asOf = Date.parse('2026-07-08T10:00:00+08:00');
const inbox: Inbox = {
  asOf,
  waiting: [{ kind: 'overdue', count: 2, href: '/' }],
  messages: [],
};
const reception: Reception = {
  channel: null,
  digest: true,
  urged: true,
  contacts: [],
  offered: [],
  digestAt: '08:30',
};
const preview: UrgePreview = {
  asOf,
  words: { zh: '请于7月9日12:00前报送', en: 'Please file by 9 July' },
  deadline: { zh: '7月9日12:00', en: '2026-07-09 12:00' },
  units: [
    { organizationId: 'org_1', organizationName: '第一医院', items: 2, contacts: 1 },
    {
      organizationId: 'org_2',
      organizationName: '康复门诊部',
      items: 1,
      contacts: 0,
      left: { why: 'nobody', words: { zh: '没有联络员账号', en: 'Nobody' } },
    },
  ],
};
const urged: Urged = {
  asOf,
  results: [
    {
      organizationId: 'org_1',
      organizationName: '第一医院',
      outcome: 'already',
      words: { zh: '今天已催办（10:42 由医政科）', en: 'Urged today' },
    },
  ],
};

describe('我的消息', () => {
  test('lists what waits as links, without anything to tick as read', async () => {
    served = serveAnswers({
      'GET /api/reminders/inbox': () => ({ body: inbox }),
      'GET /api/reminders/reception': () => ({ body: reception }),
    });
    showAs('hospital-clerk', () => <InboxView />);
    const link = await screen.findByRole('link', { name: '逾期未报 2 件' });
    expect(link.getAttribute('href')).toBe('/');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.queryByText(/已读/)).toBeNull();
  });

  test('stands in the head in words', async () => {
    served = serveAnswers({ 'GET /api/reminders/waiting': () => ({ body: { asOf, count: 3 } }) });
    showAs('hospital-clerk', () => <MessageLink />);
    expect(await screen.findByRole('link', { name: '消息（3项待办）' })).toBeTruthy();
  });
});

describe('催办', () => {
  test('shows text and units first, sends when asked, and says what came of it', async () => {
    served = serveAnswers({
      'POST /api/reminders/urges/preview': () => ({ body: preview }),
      'POST /api/reminders/urges': () => ({ body: urged }),
    });
    showAs('commission-drafter', () => (
      <UrgeDialog urge={{ organizationIds: ['org_1'] }} onClose={() => {}} onDone={() => {}} />
    ));
    await screen.findByText('请于7月9日12:00前报送');
    expect(screen.getByText('第一医院：2件，联络员1人')).toBeTruthy();
    expect(screen.getByText('将催办1家单位，共2件逾期未报。')).toBeTruthy();
    expect(screen.getByText(/没有联络员账号，请电话或书面催报/)).toBeTruthy();
    expect(screen.getByText('康复门诊部')).toBeTruthy();
    fireEvent.click(screen.getByText('发送催办'));
    await waitFor(() => expect(screen.getByText(/今天已催办（10:42 由医政科）/)).toBeTruthy());
    expect(screen.getByText('已催办0家单位')).toBeTruthy();
  });

  test('of many goes step by step, can be gone on with where one failed, and adds up', async () => {
    const unit = (at: number) => ({
      organizationId: `org_${at}`,
      organizationName: `第${at}医院`,
      items: 1,
      contacts: 1,
    });
    const result = (at: number) => ({
      organizationId: `org_${at}`,
      organizationName: `第${at}医院`,
      outcome: 'urged' as const,
      words: { zh: '已催办', en: 'Urged' },
    });
    const answers = [
      { body: { asOf, results: [result(3), result(1)], next: 'org_3' } },
      { status: 503, body: { title: '服务繁忙', status: 503, code: 'platform.busy' } },
      { body: { asOf, results: [result(2)] } },
    ];
    served = serveAnswers({
      'POST /api/reminders/urges/preview': () => ({
        body: { ...preview, units: [1, 2, 3].map(unit) },
      }),
      'POST /api/reminders/urges': () => answers.shift() ?? { body: {} },
    });
    let told = 0;
    showAs('commission-drafter', () => (
      <UrgeDialog urge={{ all: {} }} onClose={() => {}} onDone={() => (told += 1)} />
    ));
    fireEvent.click(await screen.findByText('发送催办'));
    expect((await screen.findAllByText(/^已停下：已催办 2／3 家/)).length).toBeGreaterThan(0);
    expect(screen.getByText('已催办2家单位')).toBeTruthy();
    fireEvent.click(screen.getByText('继续催办'));
    expect(await screen.findByText('已催办3家单位')).toBeTruthy();
    const sent = served.sent.filter(({ path }) => path === '/api/reminders/urges');
    expect(sent.map(({ body }) => body)).toEqual([
      { all: {} },
      { all: {}, after: 'org_3' },
      { all: {}, after: 'org_3' },
    ]);
    const names = screen.getAllByRole('listitem', { hidden: true }).map((li) => li.textContent);
    expect(names).toEqual(['第1医院', '第2医院', '第3医院']);
    expect(told).toBe(2);
    expect(screen.queryByText('继续催办')).toBeNull();
  });

  test('of many counts them first, unfolds their names, and says who is left out and why', async () => {
    const units = Array.from({ length: 40 }, (_, index) => ({
      organizationId: `org_${index}`,
      organizationName: `第${index}医院`,
      items: 2,
      contacts: 1,
    }));
    const own = { why: 'own' as const, words: { zh: '本单位', en: 'Own' } };
    const bureau = {
      organizationId: 'org_b',
      organizationName: '东区卫健局',
      items: 1,
      contacts: 1,
    };
    const body = { ...preview, units: [...units, { ...bureau, left: own }] };
    served = serveAnswers({ 'POST /api/reminders/urges/preview': () => ({ body }) });
    showAs('commission-drafter', () => (
      <UrgeDialog urge={{ all: {} }} onClose={() => {}} onDone={() => {}} />
    ));
    expect(await screen.findByText('将催办40家单位，共80件逾期未报。')).toBeTruthy();
    expect(screen.getByText('列出 40 家单位')).toBeTruthy();
    expect(screen.getByText('不催办1家：')).toBeTruthy();
    expect(screen.getByText(/本单位，不向自己催办/)).toBeTruthy();
    expect(screen.getByText('东区卫健局')).toBeTruthy();
  });
});
