import { MemoryRouter } from '@solidjs/router';
import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { SheetNode } from '#schema/contracts/campaign/score-sheet.ts';
import type { ScoreSheetAnswer } from '#schema/contracts/scoring.ts';
import { ScoreSheetView } from './score-sheet.component.tsx';

afterEach(cleanup);

const node = (changes: Partial<SheetNode> & { key: string; title: string }): SheetNode => ({
  type: 'criterion',
  account: 'base',
  state: 'scored',
  full: 100_000,
  deduction: 0,
  bonus: 0,
  score: 100_000,
  lines: [],
  bounds: [],
  children: [],
  ...changes,
});

const late = node({
  key: 'timeliness',
  title: '报送及时',
  deduction: 5000,
  score: 95_000,
  lines: [
    {
      rule: 'late',
      effect: 'deduct',
      amount: 10_000,
      counted: 5000,
      reason: { zh: '扣1分：1次迟报（9月30日应报，10月8日报）' },
      source: { proposed: true, reason: '建议' },
      eventIds: [],
      materials: ['sub_1'],
      recordedBy: ['市级复核组'],
    },
  ],
  bounds: [{ kind: 'item-cap', limit: 5000, change: 5000 }],
});
const training = node({ key: 'training', title: '培训' });
const pending = node({ key: 'survey', title: '满意度', state: 'pending', score: 0 });

const answer = (): ScoreSheetAnswer => ({
  campaignId: 'cmp_1',
  campaignTitle: '工作方案',
  organizationId: 'org_1',
  organizationName: '东区第一医院',
  computedAt: Date.parse('2026-07-08T10:00:00+08:00'),
  caption: { zh: '本结果仅供内部考核使用，未经批准不得对外公布。', en: 'Internal.' },
  official: false,
  scorecard: {
    key: 'card',
    title: '考评细则',
    source: { proposed: true, text: '建议' },
    grades: [],
  },
  sheet: {
    scorecard: 'card',
    complete: false,
    full: 300_000,
    base: 195_000,
    deductions: 5000,
    bonus: 0,
    core: 0,
    final: 195_000,
    grade: { key: 'good', title: '优秀' },
    gradeBeforeVeto: null,
    vetoes: [],
    pending: [{ criterion: 'survey', reason: '满意度调查尚未完成' }],
    bounds: [],
    tree: [
      node({
        key: 'filing',
        title: '报送情况',
        type: 'group',
        deduction: 5000,
        score: 95_000,
        children: [late],
      }),
      training,
      pending,
    ],
  },
  criteria: {
    timeliness: {
      words: '每迟报一次扣1分',
      source: { proposed: false, text: '评分细则' },
      clause: { key: 'c', number: '第12项', words: '按时报送' },
    },
  },
  materials: [
    {
      submissionId: 'sub_1',
      title: '自查情况报告',
      occurrence: '2026-Q3',
      state: 'filed',
    },
  ],
  unplaced: [],
});

const show = (shown = answer()) =>
  render(() => (
    <MemoryRouter
      root={() => <ScoreSheetView answer={shown} filingHref={(id) => `/submissions/${id}`} />}
    >
      {[]}
    </MemoryRouter>
  ));
const nodeOf = (title: RegExp) => {
  const found = screen.getByText(title).closest('details');
  if (!found) throw new Error(`no node ${title.source}`);
  return found;
};

describe('得分与依据', () => {
  test('never stands without the sentence on its use, its moment and no grade nobody gave', () => {
    const { container } = show();
    expect(screen.getByText('本结果仅供内部考核使用，未经批准不得对外公布。')).toBeTruthy();
    expect(screen.getByText('截至 2026年7月8日 10:00')).toBeTruthy();
    expect(container.textContent).toContain('满分 30 分，现得 19.5 分；扣 0.5 分（1 处）');
    expect(container.textContent).not.toContain('优秀');
  });

  test('gives each lost half point its reason, clause, material and assessor', () => {
    show();
    const item = nodeOf(/^报送及时/);
    expect(item.open).toBe(true);
    const words = item.textContent ?? '';
    expect(words).toContain('1次迟报（9月30日应报，10月8日报）');
    expect(words).toContain('封顶后计 0.5 分');
    expect(words).toContain('本考评项目最多扣 0.5 分，少扣 0.5 分。');
    expect(words).toContain('每迟报一次扣1分');
    expect(words).toContain('依据 第12项：按时报送');
    expect(words).toContain('评分人：市级复核组');
    const material = within(item).getByRole('link', { name: '自查情况报告 · 2026年第三季度' });
    expect(material.getAttribute('href')).toBe('/submissions/sub_1');
  });

  test('an item not yet assessed is no zero', () => {
    show();
    expect(nodeOf(/^满意度$/).querySelector('.score-got')?.textContent).toContain('待评定');
    expect(screen.getByText('有 1 个考评项目尚未评定，现在的得分不完整')).toBeTruthy();
    expect(screen.getByText('满意度调查尚未完成')).toBeTruthy();
  });

  test('what lost nothing is folded, and all opens at once or for printing', () => {
    show();
    const folded = nodeOf(/^培训$/);
    expect(folded.open).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: '全部展开' }));
    expect(folded.open).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: '全部收起' }));
    expect(folded.open).toBe(false);
    window.dispatchEvent(new Event('beforeprint'));
    expect(folded.open).toBe(true);
  });

  test('says the sentence on its use once, though the note of the card says it too', () => {
    const note = '分值都是本平台建议，原文没有；结果仅供内部考核使用，未经批准不得对外公布。';
    const plain = answer();
    const { container } = show({ ...plain, scorecard: { ...plain.scorecard, note } });
    expect(container.textContent?.split('未经批准不得对外公布').length).toBe(2);
    expect(screen.getByText('分值都是本平台建议，原文没有。')).toBeTruthy();
  });

  test('shows what is added apart from the base, and counts it in no base figure', () => {
    const plain = answer();
    const honours = node({
      key: 'honours',
      title: '受表扬',
      account: 'bonus',
      full: 0,
      bonus: 20_000,
      score: 20_000,
    });
    const title = '评优加分';
    const group = node({ key: 'extra', title, type: 'group', full: 0, children: [honours] });
    const sheet = { ...plain.sheet, bonus: 20_000, final: 215_000 };
    const { container } = show({
      ...plain,
      sheet: { ...sheet, tree: [...plain.sheet.tree, group] },
    });
    expect(container.textContent).toContain('其中基本分 19.5 分，加分 2 分。');
    const part = screen.getByRole('heading', { name: '加分项目' }).closest('section');
    expect(part?.textContent).toContain('受表扬');
    expect(part?.textContent).not.toContain('报送及时');
    expect(part?.querySelector('.score-head')?.textContent).toBe('考评项目满分得分加分');
    expect(container.querySelectorAll('.score-tree')).toHaveLength(2);
  });

  test('says in words how far a veto lets the unit come', () => {
    const plain = answer();
    const veto = {
      key: 'kickback',
      title: '收受回扣',
      gradeAtMost: 'failed',
      reason: { zh: '收受回扣（6月12日查实）' },
      source: { proposed: true as const, reason: '建议' },
      eventIds: [],
    };
    show({
      ...plain,
      scorecard: { ...plain.scorecard, grades: [{ key: 'failed', title: '不合格' }] },
      sheet: { ...plain.sheet, vetoes: [veto] },
    });
    expect(screen.getByText('等次最高为“不合格”，得分再高也不超过。')).toBeTruthy();
  });
});
