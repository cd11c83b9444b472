import { createSignal } from 'solid-js';
import type { Accessor } from 'solid-js';
import type { Turn } from './pdf-file.ts';

/** Widths of a page against the width of the scroll, in percent. */
export const zooms = [50, 75, 100, 125, 150, 200, 300] as const;
export type Zoom = (typeof zooms)[number];

type Kept = { zoom: Zoom; turns: Record<string, Turn> };

/** How this tab looks at the evidence of one case: how wide, and which pages are turned. */
export type CaseView = {
  readonly zoom: Accessor<Zoom>;
  widen(by: 1 | -1): void;
  fit(): void;
  turnOf(page: string): Turn;
  turnRight(page: string): void;
};

/** One page of one file, by a name that lasts. */
export const pageName = (evidenceId: string, page: number): string => `${evidenceId}/${page}`;

const fresh: Kept = { zoom: 100, turns: {} };
const placeOf = (caseId: string) => `qingfeng.evidence-view.${caseId}`;

const isTurn = (turn: unknown): turn is Turn => [0, 90, 180, 270].some((known) => known === turn);

const read = (caseId: string): Kept => {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(placeOf(caseId)) ?? 'null');
    if (typeof found !== 'object' || found === null) return fresh;
    const { zoom, turns } = found as Partial<Kept>;
    const pages = Object.entries(turns ?? {}).filter(([, turn]) => isTurn(turn));
    return {
      zoom: zooms.find((known) => known === zoom) ?? 100,
      turns: Object.fromEntries(pages),
    };
  } catch {
    return fresh;
  }
};

const write = (caseId: string, kept: Kept): void => {
  try {
    sessionStorage.setItem(placeOf(caseId), JSON.stringify(kept));
  } catch {
    // A private window forgets with its next page; what is on the screen stays turned.
  }
};

export const createCaseView = (caseId: Accessor<string>): CaseView => {
  let shownCase = caseId();
  const [kept, setKept] = createSignal(read(shownCase));
  const current = (): Kept => {
    const now = caseId();
    if (now !== shownCase) {
      shownCase = now;
      setKept(read(now));
    }
    return kept();
  };
  const change = (next: Partial<Kept>): void => {
    const changed = { ...current(), ...next };
    setKept(changed);
    write(shownCase, changed);
  };
  const turnOf = (page: string): Turn => current().turns[page] ?? 0;
  return {
    zoom: () => current().zoom,
    widen: (by) => {
      const place = zooms.indexOf(current().zoom) + by;
      const zoom = zooms[Math.min(zooms.length - 1, Math.max(0, place))];
      if (zoom !== undefined) change({ zoom });
    },
    fit: () => change({ zoom: 100 }),
    turnOf,
    turnRight: (page) => {
      const turn = ((turnOf(page) + 90) % 360) as Turn;
      change({ turns: { ...current().turns, [page]: turn } });
    },
  };
};
