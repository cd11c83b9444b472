import { A } from '@solidjs/router';
import { For, Show, createSignal } from 'solid-js';
import type { LevelCounts, RegisterLevel } from '#schema/contracts/register-level.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { stateCounts } from './entry.presenter.ts';
import { useLevel } from './registers.queries.ts';

type Node = RegisterLevel['above'][number];
type Row = { node: Node; counts: LevelCounts; isOwn: boolean };

const nameOf = (node: Node) => node.organizationName ?? t('registers.level-all');

/** The node's own entries first, then what stands below it, in official order. */
const rowsOf = ({ above, own, below }: RegisterLevel): Row[] => {
  const node = above.at(-1);
  const first = node && own && own.entries > 0 ? [{ node, counts: own, isOwn: true }] : [];
  return [...first, ...below.map(({ counts, ...each }) => ({ node: each, counts, isOwn: false }))];
};

const columns = (register: string, onOpen: (node: string) => void): Column<Row>[] => [
  {
    key: 'unit',
    header: t('registers.unit'),
    rowHeader: true,
    cell: (row) => (
      <Show when={!row.isOwn} fallback={t('registers.level-own')}>
        <Button kind="quiet" small onClick={() => onOpen(row.node.node)}>
          {nameOf(row.node)}
        </Button>
      </Show>
    ),
    text: ({ node, isOwn }) => (isOwn ? t('registers.level-own') : nameOf(node)),
  },
  {
    key: 'entries',
    header: t('registers.level-entries'),
    align: 'end',
    width: 'narrow',
    cell: (row) => (
      <Show when={row.node.organizationId} fallback={row.counts.entries}>
        {(id) => <A href={`/registers/${register}?organization=${id()}`}>{row.counts.entries}</A>}
      </Show>
    ),
    text: ({ counts }) => counts.entries,
  },
  {
    key: 'open',
    header: t('registers.open'),
    align: 'end',
    width: 'narrow',
    cell: ({ counts }) => counts.open,
    text: ({ counts }) => counts.open,
  },
  {
    key: 'states',
    header: t('registers.state'),
    cell: ({ counts }) => stateCounts(counts),
    text: ({ counts }) => stateCounts(counts),
  },
];

const LevelTable = (props: {
  level: RegisterLevel;
  onRelation: (relation: string) => void;
  onNode: (node: string) => void;
}) => (
  <section class="entry-part" aria-labelledby="register-level">
    <h2 id="register-level" class="section-title">
      {t('registers.level')}
    </h2>
    <Show when={props.level.relations.length > 1}>
      <RadioGroup
        name="relation"
        label={t('registers.level-relation')}
        options={props.level.relations.map((value) => ({
          value,
          label: t(`registers.relation-${value}`),
        }))}
        value={props.level.relation ?? ''}
        onChange={props.onRelation}
      />
    </Show>
    <Show when={props.level.above.length > 1}>
      <p class="row no-print">
        <For each={props.level.above.slice(0, -1)}>
          {(node) => (
            <Button small onClick={() => props.onNode(node.node)}>
              {t('registers.level-back', { unit: nameOf(node) })}
            </Button>
          )}
        </For>
      </p>
    </Show>
    <Show when={props.level.total}>
      {(total) => (
        <p>
          {t('registers.level-total', {
            unit: localText(props.level.above.at(-1)?.organizationName ?? t('registers.level-all')),
            entries: total().entries,
            open: total().open,
          })}
        </p>
      )}
    </Show>
    <DataTable
      caption={t('registers.level')}
      captionHidden
      rows={rowsOf(props.level)}
      columns={columns(props.level.register.key, props.onNode)}
      empty={{ title: t('registers.level-none'), next: t('registers.level-none-next') }}
    />
  </section>
);

/** 逐级汇总: the parts are the whole at every level, in each relation for itself. */
export const RegisterLevels = (props: { register: string }) => {
  const [at, setAt] = createSignal<{ relation?: string; node?: string }>({});
  const level = useLevel(() => props.register, at);
  return (
    <Show when={dataOf(level)}>
      {(found) => (
        <Show when={found().relations.length > 0}>
          <LevelTable
            level={found()}
            onRelation={(relation) => setAt({ relation })}
            onNode={(node) => setAt({ ...at(), node })}
          />
        </Show>
      )}
    </Show>
  );
};
