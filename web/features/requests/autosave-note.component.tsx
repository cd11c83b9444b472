import { For, Show, createSignal } from 'solid-js';
import { formatMoment } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import type { Conflict, SaveState } from './autosave.ts';

type Facts = { state: SaveState; savedAt: number | undefined; trouble: string | undefined };

export const saveWords = ({ state, savedAt, trouble }: Facts): string => {
  if (state === 'refused') return trouble ?? t('requests.save-refused');
  if (state === 'saved' && savedAt !== undefined) {
    return t('requests.saved', { time: formatMoment(savedAt, savedAt) });
  }
  return state === 'saved' ? t('requests.save-idle') : t(`requests.save-${state}`);
};

/** 已保存 10:42, or what keeps it from being saved. */
export const SaveNote = (props: Facts) => (
  <Show
    when={props.state === 'refused' || props.state === 'conflict' || props.state === 'away'}
    fallback={<span>{saveWords(props)}</span>}
  >
    <Status kind="late">{saveWords(props)}</Status>
  </Show>
);

type ConflictProps<T> = {
  conflict: Conflict<T> | undefined;
  labelOf: (key: string) => string;
  wordsOf: (key: string, whose: 'mine' | 'theirs') => string;
  onSettle: (choices: Readonly<Record<string, 'mine' | 'theirs'>>) => void;
};

const Choices = <T,>(props: ConflictProps<T> & { found: Conflict<T> }) => {
  const [chosen, setChosen] = createSignal<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  const isReady = () => props.found.keys.every((key) => chosen()[key] !== undefined);
  return (
    <div class="stack">
      <p>{t('requests.conflict-words')}</p>
      <For each={props.found.keys}>
        {(key) => (
          <RadioGroup
            name={`conflict-${key}`}
            label={props.labelOf(key)}
            options={(['mine', 'theirs'] as const).map((whose) => ({
              value: whose,
              label: t(`requests.conflict-${whose}`),
              hint: <span class="request-words">{props.wordsOf(key, whose)}</span>,
            }))}
            value={chosen()[key] ?? ''}
            onChange={(value) =>
              setChosen((before) => ({ ...before, [key]: value === 'mine' ? 'mine' : 'theirs' }))
            }
          />
        )}
      </For>
      <div class="row">
        <Button kind="primary" disabled={!isReady()} onClick={() => props.onSettle(chosen())}>
          {t('requests.conflict-settle')}
        </Button>
      </div>
    </div>
  );
};

/** Two people changed the same part: both values stand side by side, and a person decides. */
export const ConflictDialog = <T,>(props: ConflictProps<T>) => {
  const [isPutAside, setPutAside] = createSignal<Conflict<T>>();
  return (
    <>
      <Show when={props.conflict !== undefined && isPutAside() === props.conflict}>
        <Button small onClick={() => setPutAside(undefined)}>
          {t('requests.conflict-open')}
        </Button>
      </Show>
      <Dialog
        wide
        role="alertdialog"
        open={props.conflict !== undefined && isPutAside() !== props.conflict}
        title={t('requests.conflict-title', { count: props.conflict?.keys.length ?? 0 })}
        onClose={() => setPutAside(() => props.conflict)}
      >
        <Show when={props.conflict}>{(found) => <Choices {...props} found={found()} />}</Show>
      </Dialog>
    </>
  );
};
