import { Show } from 'solid-js';
import type { SnapshotDetail } from '#schema/contracts/snapshots.ts';
import { formatDate, formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { periodWords } from '#web/shared/period-words.ts';
import { Button } from '#web/ui/button.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { BottomBar, DefinitionList } from '#web/ui/page.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';
import { FigureTable } from './figure-table.component.tsx';
import { Chain } from './signing.component.tsx';
import { WaitsFor, Acts } from './snapshot-acts.component.tsx';
import { createSnapshotDesk } from './snapshot-desk.ts';
import type { DeskInput, SnapshotDesk } from './snapshot-desk.ts';
import { statusOf } from './snapshot.presenter.ts';

const Facts = (props: { snapshot: SnapshotDetail }) => (
  <DefinitionList
    items={[
      ...(props.snapshot.sentAt === undefined
        ? []
        : [{ term: t('snapshots.sent-at'), value: formatInstant(props.snapshot.sentAt) }]),
      ...(props.snapshot.receipt === undefined
        ? []
        : [{ term: t('snapshots.receipt'), value: <strong>{props.snapshot.receipt}</strong> }]),
      {
        term: t('snapshots.hash'),
        value: <span class="snapshot-hash">{props.snapshot.contentHash}</span>,
      },
    ]}
  />
);

/** Why it is a correction: asked for while it is drawn up, shown afterwards. */
const Correction = (props: { desk: SnapshotDesk }) => (
  <Show
    when={props.desk.isCorrecting()}
    fallback={
      <Show when={props.desk.shown().content.correctionReason}>
        {(words) => (
          <Callout kind="note">{t('snapshots.corrects-words', { reason: words() })}</Callout>
        )}
      </Show>
    }
  >
    <Callout kind="warn" title={t('snapshots.correcting-title')}>
      {t('snapshots.correcting-words')}
    </Callout>
    <TextArea
      name="correctionReason"
      label={t('snapshots.correction-reason')}
      required
      rows={2}
      limit={500}
      value={props.desk.reason()}
      error={props.desk.errorOf('correctionReason')}
      onInput={props.desk.setReason}
    />
  </Show>
);

const Figures = (props: { desk: SnapshotDesk }) => {
  const content = () => props.desk.shown().content;
  const note = () => {
    const period = props.desk.shown().previousPeriod;
    return period === undefined
      ? t('snapshots.previous-none')
      : t('snapshots.previous-from', { period: periodWords(period) });
  };
  return (
    <>
      <p>{t('snapshots.leaving-words')}</p>
      <p class="figure-sentence">
        {t('snapshots.reporting', {
          due: formatCount(content().reporting.unitsDue),
          reported: formatCount(content().reporting.unitsReported),
        })}
      </p>
      <FigureTable
        lines={props.desk.shown().lines}
        caption={t(props.desk.hasLeft() ? 'snapshots.left' : 'snapshots.leaving')}
        asOf={t('oversight.as-of-day', { day: formatDate(content().cutOff) })}
        note={note()}
        isCompared={props.desk.shown().previousPeriod !== undefined}
        explanations={props.desk.preparing.typed()}
        onExplain={props.desk.canChange() ? props.desk.preparing.explain : undefined}
        errorOf={props.desk.errorOf}
      />
    </>
  );
};

/** 上报数据确认: what leaves, who signs it, 报出 and the receipt; later a correction with its reason. */
export const SnapshotView = (props: DeskInput) => {
  const desk = createSnapshotDesk(props);
  const status = () => statusOf(desk.state());
  return (
    <div class="stack-wide">
      <div class="stack">
        <p>
          <Status kind={status().kind}>{status().words}</Status>
        </p>
        <Show when={!props.preview.isOver}>
          <Callout kind="note">
            {t('snapshots.period-open', { day: formatDate(props.preview.content.cutOff) })}
          </Callout>
        </Show>
        <Show when={desk.preparing.command.problem()}>
          {(problem) => <ErrorSummary errors={problem().errors} title={problem().title} />}
        </Show>
        <Correction desk={desk} />
        <Figures desk={desk} />
      </div>
      <Show when={desk.prepared()}>
        {(snapshot) => (
          <>
            <Chain snapshot={snapshot()} />
            <Facts snapshot={snapshot()} />
          </>
        )}
      </Show>
      <Show when={desk.hasBar()}>
        <DeskBar desk={desk} input={props} />
      </Show>
    </div>
  );
};

const DeskBar = (props: { desk: SnapshotDesk; input: DeskInput }) => (
  <BottomBar note={<WaitsFor snapshot={props.desk.prepared()} />}>
    <Show when={props.desk.isCorrecting()}>
      <Button kind="quiet" onClick={props.desk.stopCorrecting}>
        {t('snapshots.act-stop-correcting')}
      </Button>
    </Show>
    <Show when={props.desk.canChange()}>
      <Button
        kind={props.desk.state() === 'draft' ? 'secondary' : 'primary'}
        busy={props.desk.preparing.command.isBusy()}
        onClick={() => void props.desk.prepare()}
      >
        {t(props.desk.state() === 'draft' ? 'snapshots.act-recompute' : 'snapshots.act-prepare')}
      </Button>
    </Show>
    <Show when={!props.input.isEarlier && props.desk.prepared()}>
      {(snapshot) => (
        <Acts
          snapshot={snapshot()}
          may={props.input.may}
          onDone={() => props.input.onChanged()}
          onCorrect={props.desk.startCorrecting}
        />
      )}
    </Show>
  </BottomBar>
);
