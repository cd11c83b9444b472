import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { Paper, PaperList, PaperSeries } from '#schema/contracts/papers.ts';
import type { Role } from '#schema/contracts/permission.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { setLocale } from '#web/shared/i18n.ts';
import { PaperNumbers } from './paper-numbers.component.tsx';
import { countWords, yearsOf } from './papers.presenter.ts';

let served: ReturnType<typeof serveAnswers>;
afterEach(async () => {
  cleanup();
  served.restore();
  await setLocale('zh-CN');
});

const issuer = {
  key: 'commission',
  title: '测试市卫生健康委员会',
  kind: 'administration' as const,
};
const business: PaperSeries = {
  campaign: `cmp_0${'1'.repeat(25)}`,
  key: 'advice',
  title: { zh: '整改建议书', en: 'Advice to put right' },
  prefix: '测卫督',
  class: 'business',
  issuer,
  years: [2025, 2026],
};
const official: PaperSeries = {
  ...business,
  key: 'papers',
  title: '委文件',
  prefix: '测卫',
  class: 'official',
  years: [],
};
const paper = (number: number, changes: Partial<Paper> = {}): Paper => ({
  id: `ppr_0${String(number).padStart(25, '0')}`,
  text: `测卫督〔2026〕${number}号`,
  prefix: '测卫督',
  year: 2026,
  number,
  class: 'business',
  issuer: issuer.title,
  series: business.title,
  title: `建议书之${number}`,
  subject: { kind: 'other' },
  signedOn: '2026-07-01',
  signerPost: '分管领导',
  takenByPost: '行风办拟稿岗',
  takenAt: Date.UTC(2026, 6, 1, 2),
  version: 1,
  ...changes,
});
const voided = { reason: '文书内容有误', post: '行风办拟稿岗', at: Date.UTC(2026, 6, 2, 2) };
const list: PaperList = {
  papers: [paper(1), paper(2, { void: voided, version: 2 }), paper(3)],
  gaps: [],
  inUse: 2,
  void: 1,
};

const open = (series: PaperSeries[], role: Role = 'commission-drafter', found = list) => {
  served = serveAnswers({
    'GET /api/papers/series': () => ({ body: { asOf: Date.UTC(2026, 6, 8, 2), series } }),
    'GET /api/papers': () => ({ body: found }),
    'POST /api/papers': () => ({ status: 201, body: paper(4) }),
    [`POST /api/papers/${paper(1).id}/void`]: () => ({ body: paper(1, { void: voided }) }),
  });
  showAs(role, () => <PaperNumbers />);
};
const posted = () => served.sent.find(({ method }) => method === 'POST');
const type = (label: RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const lastButton = (name: string) => {
  const all = screen.getAllByRole<HTMLButtonElement>('button', { name, hidden: true });
  const last = all.at(-1);
  if (last === undefined) throw new Error(`no button ${name}`);
  return last;
};

describe('编号登记', () => {
  test('lists a series in order; the void number keeps its place and says why', async () => {
    open([business]);
    expect(await screen.findByText('测卫督〔2026〕2号')).toBeTruthy();
    const rows = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
    expect(rows.map((row) => /〕(\d+)号/u.exec(row)?.[1])).toEqual(['1', '2', '3']);
    expect(rows[1]).toContain('已作废');
    expect(rows[1]).toContain('文书内容有误（行风办拟稿岗');
    expect(screen.getByText('使用中2件，作废1件。编号连续，无缺号。')).toBeTruthy();
  });

  test('takes a number for a signed paper and types none', async () => {
    open([business]);
    fireEvent.click(await screen.findByRole('button', { name: '取号' }));
    expect(screen.queryByLabelText(/^文号/)).toBeNull();
    expect(lastButton('取号').disabled).toBe(true);
    type(/文书标题/, '关于收费公示的整改建议书');
    type(/签发人岗位/, '分管领导');
    fireEvent.click(lastButton('取号'));
    await waitFor(() => {
      expect(posted()?.body).toEqual({
        campaign: business.campaign,
        series: 'advice',
        title: '关于收费公示的整改建议书',
        subject: { kind: 'other' },
        signedOn: '2026-07-08',
        signerPost: '分管领导',
      });
    });
  });

  test('says of an official paper that the office numbers it, and sends what was typed', async () => {
    open([official], 'commission-drafter', { papers: [], gaps: [], inUse: 0, void: 0 });
    fireEvent.click(await screen.findByRole('button', { name: '登记文号' }));
    expect(screen.getByText('本系统不生成正式文号，请填写办公室编发的文号。')).toBeTruthy();
    expect(screen.getByText(/测卫〔2026〕1号/)).toBeTruthy();
    type(/文书标题/, '关于印发方案的通知');
    type(/签发人岗位/, '主要领导');
    expect(lastButton('登记文号').disabled).toBe(true);
    type(/^文号/, '测卫〔2026〕12号');
    fireEvent.click(lastButton('登记文号'));
    await waitFor(() => expect(posted()?.body).toMatchObject({ number: '测卫〔2026〕12号' }));
  });

  test('makes a number void only with a reason', async () => {
    open([business]);
    const [first] = await screen.findAllByRole('button', { name: /^作废/ });
    if (first) fireEvent.click(first);
    expect(lastButton('作废').disabled).toBe(true);
    type(/作废原因/, '重复编号');
    fireEvent.click(lastButton('作废'));
    await waitFor(() => expect(posted()?.body).toEqual({ reason: '重复编号' }));
  });

  test('is only read by who may not number, in English too', async () => {
    await setLocale('en');
    open([business], 'commission-checker');
    expect(await screen.findByText('2 in use, 1 void. The numbers are complete.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Take a number|^Void/ })).toBeNull();
  });
});

describe('what is said of a series', () => {
  test('a gap of the own series wants looking at, one of the office is what it did not register', () => {
    served = serveAnswers({});
    const gaps: PaperList = {
      ...list,
      gaps: [
        [4, 6],
        [9, 9],
      ],
    };
    expect(countWords(gaps, 'business')).toContain('缺号：4至6号、9号。缺号没有作废记录');
    expect(countWords(gaps, 'official')).toContain('未在本系统登记的文号：4至6号、9号。');
    expect(countWords({ ...list, papers: [] }, 'business')).toBe('');
  });

  test('this year can always be chosen, and every year with numbers, the newest first', () => {
    served = serveAnswers({});
    expect(yearsOf({ years: [2024, 2026] }, 2026)).toEqual([2026, 2024]);
    expect(yearsOf({ years: [] }, 2026)).toEqual([2026]);
  });
});
