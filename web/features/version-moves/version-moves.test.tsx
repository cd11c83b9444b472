import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { MovePlan, VersionMoves } from '#schema/contracts/version-moves.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { loadWords } from '#web/shared/i18n.ts';
import { LiveRegion } from '#web/ui/toast.component.tsx';
import { VersionMovesSection } from './version-moves.component.tsx';

let served: ReturnType<typeof serveAnswers>;
beforeAll(() => loadWords('moves'));
afterEach(() => {
  cleanup();
  entryLines = [];
  pages = [];
  served?.restore();
});

const campaign = 'cmp_1';
const target = {
  hash: 'b'.repeat(64),
  number: 2,
  label: { zh: '第2版（6月3日修订）', en: 'Issue 2' },
};
const first = { hash: 'a'.repeat(64), number: 1, label: { zh: '第1版', en: 'First issue' } };
const line = {
  key: 'report',
  title: '自查情况报告',
  from: [first],
  open: 3,
  arrived: 9,
  moved: 0,
};
const unit = (order: number) => ({ id: `org_${order}`, name: `第${order}医院`, order });
const units = [1, 2].map(unit);
const group = { hidden: 0, units, samples: [], losses: [], incomplete: [] };
const plan: MovePlan = {
  asOf: 0,
  key: 'report',
  target,
  weighed: 16,
  unchanged: 4,
  groups: [
    { ...group, stage: 'open', fate: 'clean', items: 2 },
    {
      ...group,
      stage: 'open',
      fate: 'loses',
      items: 1,
      losses: [{ path: 'summary', label: '开展情况', items: 1 }],
    },
    {
      ...group,
      stage: 'arrived',
      fate: 'stays',
      why: 'to-complete',
      items: 9,
      hidden: 3,
      units: Array.from({ length: 40 }, (_, index) => unit(index + 1)),
      incomplete: [{ path: 'hours', label: '学时', items: 9 }],
    },
  ],
};
let entryLines: VersionMoves['lines'] = [];
const entryLine = { ...line, key: 'problems', title: '问题台账', open: 2, arrived: 1 };
const entryPlan: MovePlan = {
  ...plan,
  key: 'problems',
  weighed: 2,
  unchanged: 0,
  groups: [
    {
      ...group,
      stage: 'open',
      fate: 'loses',
      items: 1,
      samples: [{ id: 'ent_7', number: 7 }],
      losses: [{ path: 'clocks/rectify', label: '时限：整改期限', items: 1 }],
    },
    { ...group, stage: 'open', fate: 'stays', why: 'state-gone', items: 1, units: [] },
  ],
};
const answersOf: { moved: number; kept: number; changed?: number; next?: string }[] = [];
/** Pages of the dry run; one that is awaited answers when its test says so. */
let pages: (() => { status?: number; body: unknown })[] = [];
const open = (lines: VersionMoves['lines'] = [line], found: MovePlan = plan) => {
  served = serveAnswers({
    'GET /api/submissions/version-moves': () => ({ body: { asOf: 0, target, lines } }),
    'GET /api/registers/version-moves': () => ({ body: { asOf: 0, target, lines: entryLines } }),
    'GET /api/registers/version-moves/plan': () => ({ body: entryPlan }),
    'POST /api/registers/version-moves': () => ({ body: answersOf.shift() ?? {} }),
    'POST /api/registers/version-moves/taken-back': () => ({ body: answersOf.shift() ?? {} }),
    'GET /api/submissions/version-moves/plan': () => pages.shift()?.() ?? { body: found },
    'POST /api/submissions/version-moves': () => ({ body: answersOf.shift() ?? {} }),
    'POST /api/submissions/version-moves/taken-back': () => ({ body: answersOf.shift() ?? {} }),
  });
  showAs('commission-drafter', () => (
    <>
      <VersionMovesSection campaign={campaign} />
      <LiveRegion />
    </>
  ));
};
const posted = () => served.sent.filter(({ method }) => method === 'POST').map(({ body }) => body);
const press = async (name: string) =>
  fireEvent.click(await screen.findByRole('button', { name, hidden: true }));
const write = (label: RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('filings that stayed behind an amendment', () => {
  test('are said to be none where there are none', async () => {
    open([]);
    expect(await screen.findByText('没有仍按旧版填报的报送件')).toBeTruthy();
  });

  test('stand task by task, with how many and on which version', async () => {
    open();
    expect(await screen.findByText('未报 3 件，已报 9 件（第1版）')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '撤回移版' })).toBeNull();
  });

  test('are weighed before anything moves: what stays, what is lost, whose they are', async () => {
    open();
    await press('看移到新版的影响');
    expect(await screen.findByText('以下为测算，现在还没有改动任何内容。')).toBeTruthy();
    expect(await screen.findByText('会丢失：“开展情况”（1 件）')).toBeTruthy();
    expect(screen.getByText('会缺少：“学时”（9 件）')).toBeTruthy();
    expect(screen.getByText(/^涉及 40 个单位：第1医院、第2医院、.*第20医院等$/)).toBeTruthy();
    expect(screen.getByText('其中 3 件不在您的查看范围，不列单位')).toBeTruthy();
    expect(screen.getAllByText('已全部核对，共 16 件').length).toBeGreaterThan(0);
    expect(posted()).toEqual([]);
  });

  test('move where nothing is lost unless somebody ticks more, step by step to the end', async () => {
    answersOf.push({ moved: 1, kept: 0, next: 'once org_1' }, { moved: 1, kept: 10 });
    open();
    await press('看移到新版的影响');
    await screen.findByText('会丢失：“开展情况”（1 件）');
    const boxes = screen.getAllByRole<HTMLInputElement>('checkbox', { hidden: true });
    expect(boxes.map(({ checked }) => checked)).toEqual([true, false]);
    write(/移版理由/, '改用新表');
    await press('移到新版');
    await waitFor(() => expect(posted()).toHaveLength(2));
    const asked = { campaign, key: 'report', target: target.hash };
    const order = { ...asked, groups: ['open-clean'], asOf: plan.asOf };
    expect(posted()[0]).toEqual({ ...order, reason: '改用新表' });
    expect(posted()[1]).toEqual({ ...order, reason: '改用新表', after: 'once org_1' });
    expect(await screen.findByText('已移到新版 2 件，留在旧版 10 件')).toBeTruthy();
  });

  test('take along what loses something once that is ticked', async () => {
    answersOf.push({ moved: 3, kept: 9 });
    open();
    await press('看移到新版的影响');
    fireEvent.click(await screen.findByLabelText(/部分已填内容在新表中没有位置/));
    write(/移版理由/, '改用新表');
    await press('移到新版');
    await waitFor(() => expect(posted()).toHaveLength(1));
    expect(posted()[0]).toMatchObject({ groups: ['open-clean', 'open-loses'] });
  });

  test('are weighed page after page, and may move when the last page is there', async () => {
    const first = { ...plan, weighed: 10, next: 'once org_9', groups: plan.groups.slice(0, 1) };
    pages = [
      () => ({ body: first }),
      () => ({ status: 503, body: { title: '服务繁忙', status: 503, code: 'platform.busy' } }),
      () => ({ body: { ...plan, asOf: 9, weighed: 2, groups: plan.groups.slice(0, 2) } }),
    ];
    open();
    await press('看移到新版的影响');
    expect((await screen.findAllByText(/^已停下：已核对 10／12 件/)).length).toBeGreaterThan(0);
    expect(screen.getByText('未报的 2 件：已填内容在新表中全部保留')).toBeTruthy();
    expect(screen.queryByRole('checkbox', { hidden: true })).toBeNull();
    await press('继续核对');
    const box = await screen.findByLabelText('未报的 4 件：已填内容在新表中全部保留');
    expect(box).toBeTruthy();
    expect(screen.getAllByText('涉及 2 个单位：第1医院、第2医院')).toHaveLength(2);
    const asked = served.sent.filter(({ path }) => path.endsWith('/plan'));
    expect(asked).toHaveLength(3);
    expect(screen.getAllByText('已全部核对，共 12 件').length).toBeGreaterThan(0);
  });

  test('are weighed anew when a newer version was published meanwhile', async () => {
    const refused = { title: '方案已有新版', status: 409, code: 'campaigns.version_superseded' };
    pages = [() => ({ body: { ...plan, next: 'x' } }), () => ({ status: 409, body: refused })];
    open();
    await press('看移到新版的影响');
    expect(await screen.findByText('方案已有新版')).toBeTruthy();
    expect(screen.queryByRole('checkbox', { hidden: true })).toBeNull();
    await press('重新测算');
    expect(await screen.findByText('会丢失：“开展情况”（1 件）')).toBeTruthy();
  });

  test('say how many were worked on since they were weighed, and stay to be weighed anew', async () => {
    answersOf.push({ moved: 1, kept: 10, changed: 1 });
    open();
    await press('看移到新版的影响');
    await screen.findByText('会丢失：“开展情况”（1 件）');
    write(/移版理由/, '改用新表');
    await press('移到新版');
    expect(await screen.findByText(/^1 件在测算之后又有改动，没有移；/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '移到新版', hidden: true })).toBeNull();
    const before = served.sent.filter(({ path }) => path.endsWith('/plan')).length;
    await press('重新测算');
    await screen.findByText('会丢失：“开展情况”（1 件）');
    expect(served.sent.filter(({ path }) => path.endsWith('/plan'))).toHaveLength(before + 1);
  });

  test('offer no move where nothing could', async () => {
    open([line], { ...plan, groups: plan.groups.slice(2) });
    await press('看移到新版的影响');
    expect(await screen.findByText('没有可以移的报送件。')).toBeTruthy();
    expect(screen.queryByRole('checkbox', { hidden: true })).toBeNull();
  });

  test('come back as they were, and it is said how many were worked on since', async () => {
    answersOf.push({ moved: 2, kept: 1 });
    open([{ ...line, open: 0, arrived: 0, moved: 3 }]);
    await press('撤回移版');
    write(/撤回理由/, '新表有误');
    const [last] = screen.getAllByRole('button', { name: '撤回移版', hidden: true }).slice(-1);
    if (last) fireEvent.click(last);
    expect(await screen.findByText('已恢复 2 件；1 件在移版后有改动，保持现状')).toBeTruthy();
    expect(posted()[0]).toMatchObject({ key: 'report', target: target.hash });
  });
});

describe('entries that stayed behind an amendment', () => {
  test('are said to be none where there are none', async () => {
    open([]);
    expect(await screen.findByText('没有仍按旧版办理的台账事项')).toBeTruthy();
  });

  test('are weighed by register, with a way to each that would lose something', async () => {
    entryLines = [entryLine];
    open([]);
    expect(await screen.findByText('办理中 2 件，已办结 1 件（第1版）')).toBeTruthy();
    await press('看移到新版的影响');
    expect(await screen.findByText('会丢失：“时限：整改期限”（1 件）')).toBeTruthy();
    const link = screen.getByRole<HTMLAnchorElement>('link', { name: '第 7 号', hidden: true });
    expect(link.getAttribute('href')).toMatch(/entries\/ent_7$/);
    expect(screen.getByText('1 件留在旧版：新版已没有它们所处的办理状态')).toBeTruthy();
    expect(posted()).toEqual([]);
  });

  test('move and come back by their own way', async () => {
    answersOf.push({ moved: 1, kept: 1 });
    entryLines = [{ ...entryLine, moved: 1 }];
    open([]);
    await press('看移到新版的影响');
    fireEvent.click(await screen.findByLabelText(/部分内容在新版中没有位置/));
    write(/移版理由/, '台账改版');
    await press('移到新版');
    await waitFor(() => expect(posted()).toHaveLength(1));
    expect(posted()[0]).toMatchObject({ key: 'problems', groups: ['open-loses'] });
    expect(served.sent.some(({ path }) => path.startsWith('/api/registers/version-moves'))).toBe(
      true,
    );
  });
});
