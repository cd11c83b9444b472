import { For, Show, createMemo, createSignal } from 'solid-js';
import { readParagraphs } from '#plugins/sdk/drafting/paragraphs.ts';
import { clauseKinds } from '#schema/contracts/campaign/clause.ts';
import type { ClauseKind } from '#schema/contracts/campaign/clause.ts';
import { clauseHeading } from '#web/features/campaigns/clause-view.presenter.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { usePartActs } from './part-acts.ts';
import type { PartActs } from './part-acts.ts';
import { addingOf } from './pasted-clauses.ts';
import type { Taken } from './pasted-clauses.ts';
import { readSession, writeSession } from './session-store.ts';

const Preview = (props: {
  taken: readonly Taken[];
  onKind: (at: number, kind: string) => void;
}) => (
  <ol class="plan-preview" aria-label={t('plan.paste-preview')}>
    <For each={props.taken}>
      {(passage, at) => (
        <li class={`plan-preview-depth-${Math.min(passage.depth, 3)}`}>
          <div class="plan-preview-text" lang="zh-CN">
            <strong>{clauseHeading(passage.number, passage.title)}</strong>
            <p class="small soft">{passage.words.slice(0, 120)}</p>
          </div>
          <select
            class="input plan-cell"
            aria-label={t('plan.kind-of', { what: passage.number })}
            onChange={(event) => props.onKind(at(), event.currentTarget.value)}
          >
            <For each={clauseKinds}>
              {(kind) => (
                <option value={kind} selected={kind === passage.kind}>
                  {t(`campaigns.clause-${kind}`)}
                </option>
              )}
            </For>
          </select>
        </li>
      )}
    </For>
  </ol>
);

const createPasting = (acts: PartActs | undefined, onDone: () => void) => {
  const name = `paste.${acts?.draft().id ?? ''}`;
  const [text, setText] = createSignal(readSession<string>(name) ?? '');
  const [isSplit, setSplit] = createSignal(false);
  const [kinds, setKinds] = createSignal<Readonly<Record<number, ClauseKind>>>({});
  const taken = createMemo<Taken[]>(() =>
    readParagraphs(text(), isSplit() ? 'split' : 'join').map((passage, at) => ({
      ...passage,
      kind: kinds()[at] ?? passage.kind,
    })),
  );
  const write = (next: string) => {
    setText(next);
    setKinds({});
    writeSession(name, next === '' ? undefined : next);
  };
  const split = (isOn: boolean) => {
    setSplit(isOn);
    setKinds({});
  };
  const chooseKind = (at: number, value: string) => {
    const kind = clauseKinds.find((each) => each === value);
    if (kind) setKinds((before) => ({ ...before, [at]: kind }));
  };
  const take = async () => {
    if (!acts || !(await acts.change({ add: addingOf(acts.draft(), taken()) }))) return;
    announce(t('plan.pasted', { count: taken().length }));
    writeSession(name, undefined);
    onDone();
  };
  return { text, write, isSplit, split, taken, chooseKind, take };
};

/** 粘贴多段文字: a text becomes clauses, and is looked at before it is taken. */
export const PasteClausesDialog = (props: { onClose: () => void }) => {
  const acts = usePartActs();
  const { text, write, isSplit, split, taken, chooseKind, take } = createPasting(acts, () =>
    props.onClose(),
  );
  return (
    <Dialog
      open
      wide
      title={t('plan.paste-clauses')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('acts.cancel')}</Button>
          <Button
            kind="primary"
            busy={acts?.isBusy()}
            disabled={taken().length === 0}
            onClick={() => void take()}
          >
            {t('plan.act-take-clauses', { count: taken().length })}
          </Button>
        </>
      }
    >
      <div class="stack">
        <Refusal problem={acts?.problem()} />
        <TextArea
          name="paste"
          label={t('plan.paste-text')}
          hint={t('plan.paste-hint')}
          rows={8}
          value={text()}
          onInput={write}
        />
        <Checkbox name="split" label={t('plan.paste-split')} checked={isSplit()} onChange={split} />
        <Show when={taken().length > 0}>
          <p>{t('plan.paste-count', { count: taken().length })}</p>
          <Preview taken={taken()} onKind={chooseKind} />
        </Show>
      </div>
    </Dialog>
  );
};
