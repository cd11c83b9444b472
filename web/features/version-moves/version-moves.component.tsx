import { For, Show, createSignal } from 'solid-js';
import type { VersionMoves } from '#schema/contracts/version-moves.ts';
import { locale, localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { MoveDialog, TakeBackDialog } from './move-dialog.component.tsx';
import { useVersionMoves } from './version-moves.queries.ts';
import './version-moves.css';

type TaskLine = VersionMoves['tasks'][number];
type Opened = { act: 'plan' | 'back'; task: TaskLine };

const lineOf = ({ open, arrived, from }: TaskLine) =>
  t('moves.line', {
    open,
    arrived,
    from: from.map(({ label }) => localText(label)).join(locale() === 'en' ? ', ' : '、'),
  });

const Line = (props: { line: TaskLine; onOpen: (opened: Opened) => void }) => (
  <li class="stack-tight">
    <strong>{localText(props.line.title)}</strong>
    <Show when={props.line.open + props.line.arrived > 0}>
      <p class="small">{lineOf(props.line)}</p>
      <div class="row">
        <Button small onClick={() => props.onOpen({ act: 'plan', task: props.line })}>
          {t('moves.act-plan')}
        </Button>
      </div>
    </Show>
    <Show when={props.line.moved > 0}>
      <div class="row">
        <span class="small">{t('moves.line-moved', { moved: props.line.moved })}</span>
        <Button small kind="quiet" onClick={() => props.onOpen({ act: 'back', task: props.line })}>
          {t('moves.act-back')}
        </Button>
      </div>
    </Show>
  </li>
);

/** 仍按旧版填报的报送件: what stayed behind an amendment, and the way to move it. */
export const VersionMovesSection = (props: { campaign: string }) => {
  const moves = useVersionMoves(() => props.campaign);
  const [opened, setOpened] = createSignal<Opened>();
  const close = () => setOpened(undefined);
  const of = (act: Opened['act']) => {
    const found = opened();
    return found?.act === act ? found.task : undefined;
  };
  return (
    <section class="stack no-print">
      <h2 class="section-title">{t('moves.title')}</h2>
      <QueryView query={moves}>
        {(data) => (
          <Show
            when={data().tasks.length > 0}
            fallback={<p class="small soft">{t('moves.none')}</p>}
          >
            <p class="small soft">
              {t('moves.intro', { version: localText(data().target.label) })}
            </p>
            <ul class="move-tasks">
              <For each={data().tasks}>{(line) => <Line line={line} onOpen={setOpened} />}</For>
            </ul>
            <Show when={of('back')}>
              {(line) => (
                <TakeBackDialog
                  campaign={props.campaign}
                  task={line().task}
                  title={localText(line().title)}
                  target={data().target.hash}
                  onClose={close}
                />
              )}
            </Show>
          </Show>
        )}
      </QueryView>
      <Show when={of('plan')}>
        {(line) => <MoveDialog campaign={props.campaign} task={line().task} onClose={close} />}
      </Show>
    </section>
  );
};
