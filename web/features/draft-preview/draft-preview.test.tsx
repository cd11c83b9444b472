import { fireEvent, cleanup, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DraftPreview, PreviewTask } from '#schema/contracts/draft-preview.ts';
import { partsOf } from '#web/features/campaigns/draft-parts.ts';
import { smallDraft } from '#web/features/campaigns/testing/drafts.fixtures.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { loadWords } from '#web/shared/i18n.ts';
import { DraftPreviewView } from './draft-preview.component.tsx';
import { detailOf, tasksFor } from './draft-preview.presenter.ts';

beforeAll(() => loadWords('editors'));
let served: ReturnType<typeof serveAnswers>;
afterEach(() => {
  cleanup();
  served?.restore();
});

const draft = smallDraft();
const [task] = partsOf(draft, 'task');
const unit = 'org_1';
const row = (changes: Partial<PreviewTask> = {}): PreviewTask => ({
  id: 'self-check-report once',
  campaignId: '',
  taskKey: task?.key ?? '',
  occurrence: 'once',
  title: task?.body.title ?? '',
  organizationId: unit,
  organizationName: '东区第一医院',
  state: 'due',
  nil: false,
  late: false,
  onBehalf: false,
  returns: 0,
  pointsToMend: 0,
  dueOn: '2026-11-13',
  dueAt: Date.parse('2026-11-14T00:00:00+08:00'),
  dueWording: '11月13日前',
  needsStamp: true,
  paper: 'none',
  office: '医政科',
  holder: { kind: 'filler', title: '' },
  nextStep: 'fill',
  version: 0,
  ...changes,
});
const asUnit: DraftPreview = {
  asOf: Date.parse('2026-07-08T10:00:00+08:00'),
  commission: '测试区卫生健康委员会',
  desk: { organizationId: unit, name: '东区第一医院' },
  examples: [
    {
      organizationId: unit,
      name: '东区第一医院',
      unitClass: { zh: '二级医院', en: '' },
      units: 12,
    },
  ],
  now: [],
  month: [],
  later: [row()],
  incoming: [],
};
const asCommission: DraftPreview = {
  ...asUnit,
  desk: { name: '测试区卫生健康委员会' },
  later: [],
  incoming: [
    { taskKey: 'x', title: '自查情况报告', office: '医政科', dueWording: '适时', units: 36 },
  ],
};
const open = () => {
  served = serveAnswers({
    'GET /api/submissions/preview': () => ({ body: asCommission }),
  });
  showAs('commission-drafter', () => <DraftPreviewView draft={draft} />);
};
const frame = () => screen.getByTitle<HTMLIFrameElement>(/./u).contentDocument?.body;

describe('the preview of a draft', () => {
  test('begins at the commission, with what would come in', async () => {
    open();
    await screen.findByText(/假定今天发布/u);
    await waitFor(() => expect(frame()?.textContent).toContain('36 家'));
    expect(frame()?.textContent).toContain('适时');
    expect(screen.queryByRole('radio', { name: '主要负责人' })).toBeNull();
  });

  test('stands there again after the page took its frame out and put it back', async () => {
    open();
    await screen.findByText(/假定今天发布/u);
    await waitFor(() => expect(frame()?.textContent).toContain('36 家'));
    const inner = screen.getByTitle(/./u);
    const box = inner.parentElement;
    inner.remove();
    box?.appendChild(inner);
    fireEvent.load(inner);
    await waitFor(() => expect(frame()?.textContent).toContain('36 家'));
  });

  test('offers one unit of each kind, and says of how many', async () => {
    open();
    const choices = await screen.findAllByRole('option');
    expect(choices.map(({ textContent }) => textContent)).toEqual([
      '二级医院（共 12 家）：东区第一医院',
      '测试区卫生健康委员会（审核）',
    ]);
  });
});

describe('the desk of a unit', () => {
  test('has for its head only what the head signs', () => {
    const signed = task?.body.signOff.includes('head') ? 1 : 0;
    expect(tasksFor(draft, asUnit, 'clerk').later).toHaveLength(1);
    expect(tasksFor(draft, asUnit, 'head').later).toHaveLength(signed);
  });

  test('shows of a task the form, the clause and the materials that the draft has', () => {
    const detail = detailOf(draft, row());
    expect(detail?.form.key).toBe(task?.body.form);
    expect(detail?.document.clauseWords).not.toBe('');
    expect(detail?.answers).toEqual({});
  });

  test('says nothing of a task whose form the draft does not have', () => {
    const bare = { ...draft, parts: draft.parts.filter(({ kind }) => kind !== 'form') };
    expect(detailOf(bare, row())).toBeUndefined();
  });
});
