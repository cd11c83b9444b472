import { Show, createSignal, untrack } from 'solid-js';
import type { RequestDetail } from '#schema/contracts/request-overview.ts';
import type { ReplyRow } from '#schema/contracts/request-replies.ts';
import { parseDay } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { createAct } from './act.component.tsx';
import { MomentFields } from './moment-fields.component.tsx';
import { isHour } from './moment.presenter.ts';
import { requestPath } from './requests.queries.ts';

/** For one unit where its row was chosen, else for all. */
export type Relief = { readonly kind: 'extend' | 'excuse'; readonly row?: ReplyRow | undefined };
type Props = { detail: RequestDetail; relief: Relief; onDone: () => void };

const useOccurrence = (props: Props) => {
  const occurrences = () => props.detail.occurrences;
  const [occurrence, setOccurrence] = createSignal(
    untrack(() => props.relief.row?.occurrence ?? occurrences()[0]?.key ?? ''),
  );
  const Choice = () => (
    <Show when={props.relief.row === undefined && occurrences().length > 1}>
      <Select
        name="occurrence"
        label={t('requests.occurrence')}
        placeholder={null}
        options={occurrences().map(({ key, dueLabel }) => ({
          value: key,
          label: localText(dueLabel),
        }))}
        value={occurrence()}
        onChange={setOccurrence}
      />
    </Show>
  );
  return { occurrence, Choice };
};

const who = (row: ReplyRow | undefined) => (row ? { organizationId: row.organizationId } : {});

const Extend = (props: Props) => {
  const { occurrence, Choice } = useOccurrence(props);
  const [on, setOn] = createSignal('');
  const [hour, setHour] = createSignal(
    untrack(() => props.detail.content.deadline?.hour ?? '17:30'),
  );
  const act = createAct(() => ({
    path: `${requestPath(props.detail.summary.id)}/extensions`,
    version: props.detail.summary.version,
  }));
  const [isTried, setTried] = createSignal(false);
  const send = async (reason: string) => {
    setTried(true);
    const day = parseDay(on());
    if (day === undefined || !isHour(hour())) return;
    const to = { on: day, hour: hour() };
    const body = { ...who(props.relief.row), occurrence: occurrence(), to, reason };
    if (await act.send(body, 'requests.extended')) props.onDone();
  };
  return (
    <div class="stack">
      <p>{t(props.relief.row ? 'requests.extend-one-words' : 'requests.extend-all-words')}</p>
      <Refusal withFields problem={act.command.problem()} />
      <Choice />
      <MomentFields
        name="extend"
        label={t('requests.extend-to')}
        on={on()}
        hour={hour()}
        onDay={setOn}
        onHour={setHour}
      />
      <Show when={isTried() && parseDay(on()) === undefined}>
        <p class="field-error" role="alert">
          {t('requests.extend-missing')}
        </p>
      </Show>
      <ReasonedAct
        name="extend-reason"
        label={t('requests.reason')}
        act={t('requests.extend')}
        busy={act.command.isBusy()}
        onAct={(reason) => void send(reason)}
      />
    </div>
  );
};

const Excuse = (props: Props & { row: ReplyRow }) => {
  const act = createAct(() => ({
    path: `${requestPath(props.detail.summary.id)}/excuses`,
    version: props.detail.summary.version,
  }));
  const send = async (reason: string) => {
    const body = { ...who(props.row), occurrence: props.row.occurrence, reason };
    if (await act.send(body, 'requests.excused')) props.onDone();
  };
  return (
    <div class="stack">
      <p>{t('requests.excuse-words')}</p>
      <Refusal withFields problem={act.command.problem()} />
      <ReasonedAct
        name="excuse-reason"
        label={t('requests.reason')}
        act={t('requests.excuse')}
        busy={act.command.isBusy()}
        onAct={(reason) => void send(reason)}
      />
    </div>
  );
};

/** 延期 and 免报, each with its reason; the record stays and can be taken back. */
export const ReliefDialog = (props: {
  detail: RequestDetail;
  relief: Relief | undefined;
  onClose: () => void;
}) => {
  const title = () => {
    const act = props.relief?.kind === 'excuse' ? t('requests.excuse') : t('requests.extend');
    return `${act}：${props.relief?.row?.organizationName ?? t('requests.all-units')}`;
  };
  return (
    <Dialog open={props.relief !== undefined} title={title()} onClose={() => props.onClose()}>
      <Show when={props.relief} keyed>
        {(relief) => (
          <Show
            when={relief.kind === 'excuse' && relief.row}
            fallback={<Extend detail={props.detail} relief={relief} onDone={props.onClose} />}
          >
            {(row) => (
              <Excuse detail={props.detail} relief={relief} row={row()} onDone={props.onClose} />
            )}
          </Show>
        )}
      </Show>
    </Dialog>
  );
};

export const ExtendAllButton = (props: { onOpen: () => void }) => (
  <Button onClick={() => props.onOpen()}>{t('requests.extend-all')}</Button>
);
