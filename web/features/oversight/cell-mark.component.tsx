import { t } from '#web/shared/i18n.ts';
import type { CellKind } from './words.presenter.ts';

/** A filled shape has a figure, an open one has none; the word stands beside it always. */
const shapes: Record<CellKind, string> = {
  same: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z',
  near: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1zm0 1.4v7.2a3.6 3.6 0 0 0 0-7.2z',
  substitute: 'M6 .8L11.2 6 6 11.2.8 6z',
  'not-measured': 'M1 5.3h10v1.4H1z',
  'not-reported':
    'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1zm0 1.4a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2z',
  insufficient: 'M6 3.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  incomparable: 'M2 1L6 5l4-4 1 1-4 4 4 4-1 1-4-4-4 4-1-1 4-4-4-4z',
  'not-applicable': 'M1.5 1.5h9v9h-9zm1.3 1.3v6.4h6.4V2.8z',
};

const measured: ReadonlySet<CellKind> = new Set(['same', 'near', 'substitute']);

export const CellMark = (props: { kind: CellKind }) => (
  <span class={`cell-mark${measured.has(props.kind) ? '' : ' cell-mark-none'}`}>
    <svg viewBox="0 0 12 12" fill="currentColor" fill-rule="evenodd" aria-hidden="true">
      <path d={shapes[props.kind]} />
    </svg>
    <span>{t(`oversight.word-${props.kind}`)}</span>
  </span>
);
