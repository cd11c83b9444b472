import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createCaseView, pageName } from './case-view.ts';
import { EvidenceTools } from './evidence-tools.component.tsx';
import type { OpenPdf } from './pdf-file.ts';
import { PdfPages } from './pdf-pages.component.tsx';
import { notedPdf, scan, watchSight } from './testing/pdf.fixtures.ts';

let sight: ReturnType<typeof watchSight>;

beforeEach(() => {
  sight = watchSight();
  sessionStorage.clear();
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(700);
});
afterEach(() => {
  cleanup();
  sight.restore();
  vi.restoreAllMocks();
});

const show = (open: OpenPdf, caseId = 'sub_1') =>
  render(() => {
    const view = createCaseView(() => caseId);
    return (
      <div>
        <EvidenceTools view={view} />
        <PdfPages evidence={scan} view={view} open={open} />
      </div>
    );
  });

const pageOf = (container: Element, page: number) =>
  container.querySelector(`[data-page="${pageName(scan.id, page)}"]`);

const opened = async (open: OpenPdf, caseId?: string) => {
  const shown = show(open, caseId);
  sight.see(shown.container.querySelector('.pdf-pages'));
  await waitFor(() => expect(pageOf(shown.container, 1)).not.toBeNull());
  return shown;
};

describe('a PDF in the scroll of evidence', () => {
  test('is fetched only when it comes into sight', async () => {
    const open = vi.fn<OpenPdf>(notedPdf(1).open);
    const { container } = show(open);
    expect(open).not.toHaveBeenCalled();
    sight.see(container.querySelector('.pdf-pages'));
    await waitFor(() => expect(open).toHaveBeenCalledWith(`/api/evidence/${scan.id}/view`));
  });

  test('says on each page which it is, and draws only what is near', async () => {
    const pdf = notedPdf(12);
    const { container } = await opened(pdf.open);
    expect(screen.getByText('第 12 页／共 12 页，培训签到表.pdf')).toBeTruthy();
    expect(pdf.drawn).toEqual([]);
    sight.see(pageOf(container, 3));
    await waitFor(() => expect(container.querySelectorAll('canvas')).toHaveLength(1));
    expect(pdf.drawn.map(({ page, width }) => [page, width])).toEqual([[3, 700]]);
  });

  test('shows its pages in small, drawn as they come into sight, each leading to its page', async () => {
    const pdf = notedPdf(12);
    const { container } = await opened(pdf.open);
    const strip = screen.getByRole('toolbar', { name: /^各页缩略图，.*：培训签到表.pdf$/u });
    expect(strip.querySelectorAll('button')).toHaveLength(12);
    sight.see(strip.querySelectorAll('.page-thumb-picture')[6] ?? null);
    await waitFor(() => expect(pdf.drawn.map(({ page }) => page)).toEqual([7]));
    const scrolled = vi.fn<() => void>();
    Element.prototype.scrollIntoView = scrolled;
    screen.getByRole('button', { name: '到第 9 页，共 12 页：培训签到表.pdf' }).click();
    expect(scrolled).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(pageOf(container, 9));
  });

  test('is one stop of the tab key with its pages in small, walked through by arrows', async () => {
    const { container } = await opened(notedPdf(12).open);
    const strip = screen.getByRole('toolbar', { name: /方向键选页/u });
    const stops = () =>
      [...strip.querySelectorAll<HTMLElement>('button')].filter(({ tabIndex }) => tabIndex === 0);
    const page = () => document.activeElement?.getAttribute('data-thumb');
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? strip, { key });
    expect(stops()).toHaveLength(1);
    stops()[0]?.focus();
    for (const [key, there] of [
      ['ArrowRight', '2'],
      ['ArrowDown', '3'],
      ['ArrowLeft', '2'],
      ['End', '12'],
      ['ArrowRight', '12'],
      ['Home', '1'],
      ['ArrowUp', '1'],
      ['a', '1'],
    ] as const) {
      press(key);
      expect([key, page()]).toEqual([key, there]);
      expect(stops()).toEqual([document.activeElement]);
    }
    expect(container.querySelectorAll('[data-thumb]')).toHaveLength(12);
  });

  test('has no small pages where there is one page', async () => {
    await opened(notedPdf(1).open);
    expect(screen.queryByRole('toolbar', { name: /缩略图/u })).toBeNull();
  });

  test('lets go of a page that is far again, and draws it anew when one comes back', async () => {
    const pdf = notedPdf(12);
    const { container } = await opened(pdf.open);
    sight.see(pageOf(container, 3));
    await waitFor(() => expect(container.querySelectorAll('canvas')).toHaveLength(1));
    const canvas = container.querySelector('canvas');
    sight.see(pageOf(container, 3), false);
    await waitFor(() => expect(container.querySelectorAll('canvas')).toHaveLength(0));
    expect(canvas?.width).toBe(0);
    sight.see(pageOf(container, 3));
    await waitFor(() => expect(pdf.drawn).toHaveLength(2));
  });

  test('reads out what stands on a page, and says where a scan has no words', async () => {
    const { container } = await opened(notedPdf(2).open);
    sight.see(pageOf(container, 1));
    sight.see(pageOf(container, 2));
    expect(await screen.findByText('应参训 210 人')).toBeTruthy();
    expect(await screen.findByText('本页是扫描图像，没有可读的文字。')).toBeTruthy();
  });

  test('says so where one page cannot be drawn, and goes on with the others', async () => {
    const { container } = await opened(notedPdf(14).open);
    sight.see(pageOf(container, 13));
    sight.see(pageOf(container, 14));
    expect(await screen.findByText('本页不能显示，请下载文件查看。')).toBeTruthy();
    await waitFor(() => expect(pageOf(container, 14)?.querySelector('canvas')).not.toBeNull());
  });

  test('is closed when its case is left', async () => {
    const pdf = notedPdf(2);
    const { unmount } = await opened(pdf.open);
    expect(pdf.isClosed()).toBe(false);
    unmount();
    expect(pdf.isClosed()).toBe(true);
  });
});

describe('a PDF that cannot be drawn', () => {
  test.each([
    ['encrypted', '这个 PDF 设了打开密码，不能在这里显示。'],
    ['damaged', '这个 PDF 已损坏，页面读不出来。'],
    ['not-reached', '文件没有取到，页面暂时不能显示。'],
  ] as const)('because it is %s says so and offers the file', async (why, words) => {
    const { container } = show(async () => ({ kind: 'refused', why }));
    sight.see(container.querySelector('.pdf-pages'));
    expect(await screen.findByText(words)).toBeTruthy();
    const link = screen.getByRole('link', { name: '打开文件：培训签到表.pdf' });
    expect(link.getAttribute('href')).toBe(`/api/evidence/${scan.id}/view`);
  });

  test('for want of an engine stays in the browser’s own frame', async () => {
    const { container } = show(async () => ({ kind: 'refused', why: 'no-engine' }));
    sight.see(container.querySelector('.pdf-pages'));
    await waitFor(() => expect(container.querySelector('iframe')).not.toBeNull());
  });
});

describe('how the evidence of a case is looked at', () => {
  test('is remembered for the case, page by page, and for no other case', async () => {
    const pdf = notedPdf(1);
    const first = await opened(pdf.open);
    screen.getByRole('button', { name: '放大' }).click();
    await screen.findByTitle('第 1 页／共 1 页，培训签到表.pdf');
    screen.getByRole('button', { name: '本页向右转' }).click();
    sight.see(pageOf(first.container, 1));
    await waitFor(() => expect(pdf.drawn[pdf.drawn.length - 1]?.turn).toBe(90));
    first.unmount();
    const again = createCaseView(() => 'sub_1');
    expect([again.zoom(), again.turnOf(pageName(scan.id, 1))]).toEqual([125, 90]);
    expect(again.turnOf(pageName(scan.id, 2))).toBe(0);
    expect(createCaseView(() => 'sub_2').zoom()).toBe(100);
  });

  test('turns all the way round, and widens no further than three times', () => {
    const view = createCaseView(() => 'sub_3');
    for (const turn of [90, 180, 270, 0]) {
      view.turnRight('a/1');
      expect(view.turnOf('a/1')).toBe(turn);
    }
    for (let times = 0; times < 9; times += 1) view.widen(1);
    expect(view.zoom()).toBe(300);
    view.fit();
    expect(view.zoom()).toBe(100);
  });

  test('begins anew where the tab kept something that cannot be read', () => {
    sessionStorage.setItem('qingfeng.evidence-view.sub_4', '{"zoom":17,"turns":{"a/1":45}}');
    const view = createCaseView(() => 'sub_4');
    expect([view.zoom(), view.turnOf('a/1')]).toEqual([100, 0]);
    sessionStorage.setItem('qingfeng.evidence-view.sub_5', 'not json');
    expect(createCaseView(() => 'sub_5').zoom()).toBe(100);
  });
});
