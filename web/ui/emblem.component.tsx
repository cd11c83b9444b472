import { Show, createUniqueId } from 'solid-js';

/** The commission's own picture, else a mark of characters: never a flag, a map or a state emblem. */
export const Emblem = (props: { mark: string; picture?: string | undefined }) => (
  <Show when={props.picture} fallback={<Mark mark={props.mark} />}>
    {(hash) => <img src={`/api/tenant/emblems/${hash()}`} alt="" width="40" height="40" />}
  </Show>
);

const Mark = (props: { mark: string }) => (
  <svg viewBox="0 0 40 40" aria-hidden="true">
    <rect width="40" height="40" rx="2" fill="var(--accent)" />
    <text
      x="20"
      y={props.mark.length > 1 ? 26 : 28}
      text-anchor="middle"
      class={props.mark.length > 1 ? 'emblem-mark emblem-mark-two' : 'emblem-mark'}
      fill="var(--accent-ink)"
    >
      {props.mark}
    </text>
  </svg>
);

export type MotifName = 'plain' | 'rule' | 'double-rule' | 'wave' | 'lattice';

const drawn: Partial<Record<MotifName, { width: number; path: string }>> = {
  wave: { width: 20, path: 'M0 7C5 7 5 3 10 3s5 4 10 4M0 1h20' },
  lattice: { width: 12, path: 'M0 1h12M0 9h12M6 1L1 5l5 4 5-4zM11 5h1M0 5h1' },
};

/** The strip above the masthead, of the tenant's choice. */
export const Motif = (props: { name: MotifName }) => {
  const id = createUniqueId();
  return (
    <Show when={drawn[props.name]} fallback={<div class={`motif motif-${props.name}`} />}>
      {(motif) => (
        <svg class="motif" aria-hidden="true">
          <pattern id={id} width={motif().width} height="10" patternUnits="userSpaceOnUse">
            <path d={motif().path} fill="none" stroke="currentColor" stroke-width="1.4" />
          </pattern>
          <rect width="100%" height="10" fill={`url(#${id})`} />
        </svg>
      )}
    </Show>
  );
};
