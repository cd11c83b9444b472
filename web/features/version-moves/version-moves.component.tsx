import { For, Show, createSignal } from 'solid-js';
import type { VersionMoves } from '#schema/contracts/version-moves.ts';
import { locale, localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { MoveDialog } from './move-dialog.component.tsx';
import { TakeBackDialog } from './take-back-dialog.component.tsx';
import type { MovedKind } from './version-moves.presenter.ts';
import { useVersionMoves } from './version-moves.queries.ts';
import './version-moves.css';

type MoveLine = VersionMoves['lines'][number];
type Opened = { act: 'plan' | 'back'; line: MoveLine };

const lineOf = (kind: MovedKind, { open, arrived, from }: MoveLine) =>
  t(`moves.${kind}-line`, {
    open,
    arrived,
    from: from.map(({ label }) => localText(label)).join(locale() === 'en' ? ', ' : '、'),
  });

const Line = (props: { kind: MovedKind; line: MoveLine; onOpen: (opened: Opened) => void }) => (
  <li class="stack-tight">
    <strong>{localText(props.line.title)}</strong>
    <Show when={props.line.open + props.line.arrived > 0}>
      <p class="small">{lineOf(props.kind, props.line)}</p>
      <div class="row">
        <Button small onClick={() => props.onOpen({ act: 'plan', line: props.line })}>
          {t('moves.act-plan')}
        </Button>
      </div>
    </Show>
    <Show when={props.line.moved > 0}>
      <div class="row">
        <span class="small">{t('moves.line-moved', { moved: props.line.moved })}</span>
        <Button small kind="quiet" onClick={() => props.onOpen({ act: 'back', line: props.line })}>
          {t('moves.act-back')}
        </Button>
      </div>
    </Show>
  </li>
);

type SectionProps = { kind: MovedKind; campaign: string };

/** What stayed behind an amendment, and the way to move it: filings by task, entries by register. */
const MovesOf = (props: SectionProps) => {
  const moves = useVersionMoves(() => ({ campaign: props.campaign, kind: props.kind }));
  const [opened, setOpened] = createSignal<Opened>();
  const close = () => setOpened(undefined);
  const of = (act: Opened['act']) => {
    const found = opened();
    return found?.act === act ? found.line : undefined;
  };
  return (
    <section class="stack moves-of no-print">
      <h2 class="section-title">{t(`moves.${props.kind}-title`)}</h2>
      <QueryView query={moves}>
        {(data) => (
          <Show
            when={data().lines.length > 0}
            fallback={<p class="small soft">{t(`moves.${props.kind}-none`)}</p>}
          >
            <p class="small soft">
              {t(`moves.${props.kind}-intro`, { version: localText(data().target.label) })}
            </p>
            <ul class="move-tasks">
              <For each={data().lines}>
                {(line) => <Line kind={props.kind} line={line} onOpen={setOpened} />}
              </For>
            </ul>
            <Show when={of('plan')}>
              {(line) => (
                <MoveDialog
                  kind={props.kind}
                  campaign={props.campaign}
                  line={line().key}
                  title={t('moves.plan-title', {
                    version: localText(data().target.label),
                    task: localText(line().title),
                  })}
                  all={line().open + line().arrived}
                  onClose={close}
                />
              )}
            </Show>
            <Show when={of('back')}>
              {(line) => (
                <TakeBackDialog
                  kind={props.kind}
                  campaign={props.campaign}
                  line={line().key}
                  title={localText(line().title)}
                  target={data().target.hash}
                  all={line().moved}
                  onClose={close}
                />
              )}
            </Show>
          </Show>
        )}
      </QueryView>
    </section>
  );
};

/** 仍按旧版填报的报送件, 仍按旧版办理的台账事项. */
export const VersionMovesSection = (props: { campaign: string }) => (
  <>
    <MovesOf kind="filings" campaign={props.campaign} />
    <MovesOf kind="entries" campaign={props.campaign} />
  </>
);
