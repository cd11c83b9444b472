import { For, Show, createSignal, untrack } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createKeeping } from './opinions.queries.ts';

const moved = (list: readonly string[], from: number, to: number): string[] => {
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), list[from] ?? '', ...rest.slice(to)];
};

const Line = (props: {
  words: string;
  place: number;
  total: number;
  onWords: (words: string) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}) => {
  const naming = () => t('desk.reason-place', { place: props.place + 1 });
  return (
    <li class="own-reason">
      <TextField
        name={`own-reason-${props.place}`}
        label={naming()}
        value={props.words}
        onInput={(words) => props.onWords(words)}
      />
      <div class="own-reason-acts">
        <Button
          small
          kind="quiet"
          disabled={props.place === 0}
          onClick={() => props.onMove(props.place - 1)}
        >
          {t('desk.reason-up')}
          <span class="visually-hidden">：{naming()}</span>
        </Button>
        <Button
          small
          kind="quiet"
          disabled={props.place === props.total - 1}
          onClick={() => props.onMove(props.place + 1)}
        >
          {t('desk.reason-down')}
          <span class="visually-hidden">：{naming()}</span>
        </Button>
        <Button small kind="quiet" onClick={() => props.onRemove()}>
          {t('desk.reason-remove')}
          <span class="visually-hidden">：{naming()}</span>
        </Button>
      </div>
    </li>
  );
};

/** 我的常用意见: add, reword, put in order, remove; saved as one list. */
export const OwnReasons = (props: {
  reasons: readonly string[];
  onKept: (reasons: string[]) => void;
  onClose: () => void;
}) => {
  const [list, setList] = createSignal<readonly string[]>(untrack(() => props.reasons));
  const keeping = createKeeping();
  const put = (at: number, words: string) =>
    setList((before) => before.map((each, place) => (place === at ? words : each)));
  const save = async () => {
    const words = list().flatMap((each) => each.trim() || []);
    const kept = await keeping.attempt(words);
    if (!kept) return;
    announce(t('desk.reasons-kept'));
    props.onKept(kept.data.reasons);
  };
  return (
    <section class="own-reasons stack-tight" aria-label={t('desk.reasons')}>
      <h3>{t('desk.reasons')}</h3>
      <p class="small soft">{t('desk.reasons-words')}</p>
      <Refusal withFields problem={keeping.problem()} />
      <ol>
        <For each={list().map((_, at) => at)}>
          {(at) => (
            <Line
              words={list()[at] ?? ''}
              place={at}
              total={list().length}
              onWords={(words) => put(at, words)}
              onMove={(to) => setList((before) => moved(before, at, to))}
              onRemove={() => setList((before) => before.filter((_, place) => place !== at))}
            />
          )}
        </For>
      </ol>
      <div class="row">
        <Show when={list().length < 30}>
          <Button small onClick={() => setList((before) => [...before, ''])}>
            {t('desk.reason-add')}
          </Button>
        </Show>
        <Button small kind="primary" busy={keeping.isBusy()} onClick={() => void save()}>
          {t('desk.reasons-save')}
        </Button>
        <Button small onClick={() => props.onClose()}>
          {t('acts.cancel')}
        </Button>
      </div>
    </section>
  );
};
