import { For, Show, createMemo, createSignal } from 'solid-js';
import type { ReplyDetail } from '#schema/contracts/request-replies.ts';
import { readableValue } from '#web/features/forms/renderer/readable-value.presenter.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { createAct } from './act.component.tsx';
import { replyPath } from './requests.queries.ts';

export type Target = { readonly path: string; readonly label: string; readonly value: string };
type Ticks = Readonly<Record<string, string>>;

/** Every field that was answered, and the reply as a whole. */
export const returnTargets = (reply: ReplyDetail): Target[] => {
  const nameOf = (id: string) => reply.evidence.find((file) => file.id === id)?.name;
  const fields = reply.form.fields.flatMap((field) =>
    field.kind === 'section' || field.kind === 'computed'
      ? []
      : [
          {
            path: field.key,
            label: localText(field.label),
            value: readableValue(field, reply.answers[field.key], nameOf),
          },
        ],
  );
  return [...fields, { path: '', label: t('requests.whole-reply'), value: '' }];
};

const TargetLine = (props: {
  target: Target;
  reason: string | undefined;
  isMissing: boolean;
  onReason: (reason: string | undefined) => void;
}) => (
  <li class="request-target">
    <Checkbox
      name={`tick-${props.target.path}`}
      checked={props.reason !== undefined}
      onChange={(isOn) => props.onReason(isOn ? '' : undefined)}
      label={
        <>
          <strong>{props.target.label}</strong>
          <span class="request-under small soft">{props.target.value}</span>
        </>
      }
    />
    <Show when={props.reason !== undefined}>
      <TextArea
        name={`reason-${props.target.path}`}
        label={t('reviews.reason-of', { label: props.target.label })}
        required
        rows={2}
        limit={500}
        value={props.reason ?? ''}
        error={props.isMissing ? t('reviews.reason-missing') : undefined}
        onInput={(reason) => props.onReason(reason)}
      />
    </Show>
  </li>
);

const Sheet = (props: {
  reply: ReplyDetail;
  ticks: Ticks;
  onTicks: (ticks: Ticks) => void;
  onDone: () => void;
}) => {
  const [isTried, setTried] = createSignal(false);
  const act = createAct(() => ({
    path: `${replyPath(props.reply.id)}/return`,
    version: props.reply.version,
  }));
  const targets = createMemo(() => returnTargets(props.reply));
  const points = () =>
    targets().flatMap(({ path, label }) => {
      const reason = props.ticks[path];
      return reason === undefined ? [] : [{ path, label, reason: reason.trim() }];
    });
  const set = (path: string, reason: string | undefined) => {
    const { [path]: _before, ...rest } = props.ticks;
    props.onTicks(reason === undefined ? rest : { ...rest, [path]: reason });
  };
  const isMissing = (path: string) => isTried() && (props.ticks[path] ?? '').trim() === '';
  const send = async () => {
    setTried(true);
    if (points().length === 0 || points().some(({ reason }) => reason === '')) return;
    if (await act.send({ points: points() }, 'requests.returned')) props.onDone();
  };
  return (
    <div class="stack">
      <p>{t('requests.return-words')}</p>
      <Refusal withFields problem={act.command.problem()} />
      <Show when={isTried() && points().length === 0}>
        <Callout kind="error" live title={t('reviews.nothing-ticked')} />
      </Show>
      <ul class="request-lines">
        <For each={targets()}>
          {(target) => (
            <TargetLine
              target={target}
              reason={props.ticks[target.path]}
              isMissing={isMissing(target.path)}
              onReason={(reason) => set(target.path, reason)}
            />
          )}
        </For>
      </ul>
      <div class="row">
        <Button kind="danger" busy={act.command.isBusy()} onClick={() => void send()}>
          {t('reviews.send-back', { count: points().length })}
        </Button>
      </div>
    </div>
  );
};

/** 退回修改, once and with everything; what was ticked stays when the sheet is put aside. */
export const ReturnReply = (props: { reply: ReplyDetail }) => {
  const [isOpen, setOpen] = createSignal(false);
  const [ticks, setTicks] = createSignal<Ticks>({});
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('requests.return')}</Button>
      <Dialog
        wide
        open={isOpen()}
        title={t('requests.return-title', { round: props.reply.returns + 1 })}
        onClose={() => setOpen(false)}
      >
        <Sheet
          reply={props.reply}
          ticks={ticks()}
          onTicks={setTicks}
          onDone={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
};
