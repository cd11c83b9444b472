import type { Evidence } from '#schema/contracts/evidence.ts';
import type { Drawing, OpenPdf, PdfFile, Turn } from '../pdf-file.ts';

export const scan: Evidence = {
  id: `evd_${'1'.padStart(26, '0')}`,
  organizationId: `org_${'1'.padStart(26, '0')}`,
  name: '培训签到表.pdf',
  format: 'pdf',
  bytes: 2048,
  sha256: 'a713'.repeat(16),
  state: 'attached',
  uploadedAt: Date.parse('2026-07-08T10:00:00+08:00'),
};

export type Drawn = { page: number; width: number; turn: Turn; cancelled: boolean };

/** A PDF of so many pages that notes what it is asked to draw. */
export const notedPdf = (pages: number) => {
  const drawn: Drawn[] = [];
  let isClosed = false;
  const file: PdfFile = {
    pages,
    sizeOf: async () => ({ width: 600, height: 800 }),
    draw: (page, canvas, { width, turn }): Drawing => {
      const noted = { page, width, turn, cancelled: false };
      drawn.push(noted);
      canvas.width = width;
      const done = page === 13 ? Promise.reject(new Error('broken stream')) : Promise.resolve();
      return { done, cancel: () => (noted.cancelled = true) };
    },
    textOf: async (page) => (page === 1 ? '应参训 210 人' : ''),
    close: () => (isClosed = true),
  };
  const open: OpenPdf = async () => ({ kind: 'opened', file });
  return { open, drawn, isClosed: () => isClosed };
};

type Seen = (entries: { isIntersecting: boolean; target: Element }[]) => void;

/** Stands in for what jsdom has not: the test says what comes into sight and what leaves it. */
export const watchSight = () => {
  const watched = new Map<Element, Seen>();
  class Watcher {
    readonly seen: Seen;
    constructor(seen: Seen) {
      this.seen = seen;
    }
    observe(element: Element) {
      watched.set(element, this.seen);
    }
    disconnect() {
      for (const [element, seen] of watched) if (seen === this.seen) watched.delete(element);
    }
  }
  const before = globalThis.IntersectionObserver;
  globalThis.IntersectionObserver = Watcher as unknown as typeof IntersectionObserver;
  return {
    see: (element: Element | null, isIntersecting = true) => {
      if (!element) throw new Error('nothing to see');
      watched.get(element)?.([{ isIntersecting, target: element }]);
    },
    restore: () => {
      globalThis.IntersectionObserver = before;
    },
  };
};
