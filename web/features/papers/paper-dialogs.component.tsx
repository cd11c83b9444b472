import { Show, createSignal, untrack } from 'solid-js';
import { writeNumber } from '#plugins/sdk/papers/numbers.ts';
import type { Paper, PaperSeries, TakeNumber } from '#schema/contracts/papers.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { ReasonedAct } from '#web/ui/reasoned-act.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { createTaking, createVoiding } from './papers.queries.ts';

type Written = Pick<TakeNumber, 'title' | 'signedOn' | 'signerPost'> & { number: string };
type FieldsProps = {
  series: PaperSeries;
  today: string;
  written: Written;
  onWrite: (change: Partial<Written>) => void;
  errorOf: (path: string) => string | undefined;
};

const PaperFields = (props: FieldsProps) => (
  <>
    <TextField
      name="title"
      label={t('papers.paper-title')}
      required
      maxLength={200}
      value={props.written.title}
      error={props.errorOf('title')}
      onInput={(title) => props.onWrite({ title })}
    />
    <DateField
      name="signedOn"
      label={t('papers.signed-on')}
      required
      max={props.today}
      value={props.written.signedOn}
      error={props.errorOf('signedOn')}
      onInput={(signedOn) => props.onWrite({ signedOn })}
    />
    <TextField
      name="signerPost"
      label={t('papers.signer')}
      hint={t('papers.signer-hint')}
      required
      maxLength={60}
      value={props.written.signerPost}
      error={props.errorOf('signerPost')}
      onInput={(signerPost) => props.onWrite({ signerPost })}
    />
  </>
);

const OfficeNumber = (props: FieldsProps) => {
  const year = () => Number((props.written.signedOn || props.today).slice(0, 4));
  const example = () => writeNumber({ prefix: props.series.prefix, year: year(), number: 1 });
  return (
    <>
      <Callout title={t('papers.no-official')} />
      <TextField
        name="number"
        label={t('papers.office-number')}
        hint={t('papers.office-number-hint', { example: example() })}
        required
        maxLength={60}
        value={props.written.number}
        error={props.errorOf('number')}
        onInput={(number) => props.onWrite({ number })}
      />
    </>
  );
};

type TakeProps = { series: PaperSeries; today: string; onDone: (paper: Paper) => void };

const createTake = (props: TakeProps) => {
  const [written, setWritten] = createSignal<Written>({
    title: '',
    signedOn: untrack(() => props.today),
    signerPost: '',
    number: '',
  });
  const take = createTaking();
  const isOfficial = () => props.series.class === 'official';
  const isReady = () => {
    const { title, signedOn, signerPost, number } = written();
    const asked = [title, signerPost, ...(isOfficial() ? [number] : [])];
    return signedOn !== '' && asked.every((text) => text.trim().length >= 2);
  };
  const send = async () => {
    const { number, ...rest } = written();
    const { campaign, key: series } = props.series;
    const subject = { kind: 'other' as const };
    const body = { campaign, series, subject, ...rest, ...(isOfficial() ? { number } : {}) };
    const answer = await take.attempt(body);
    if (answer === undefined) return;
    const done = isOfficial() ? 'papers.registered-done' : 'papers.taken-done';
    announce(t(done, { number: answer.data.text }));
    props.onDone(answer.data);
  };
  const write = (change: Partial<Written>) => setWritten((before) => ({ ...before, ...change }));
  return { written, write, take, isOfficial, isReady, send };
};

const TakeForm = (props: TakeProps) => {
  const form = createTake(props);
  const { take } = form;
  const fields = () => ({
    series: props.series,
    today: props.today,
    onWrite: form.write,
    errorOf: (path: string) => take.problem()?.errorOf(path),
  });
  return (
    <div class="stack">
      <ErrorSummary errors={take.errors()} />
      <Refusal problem={take.problem()?.errors.length === 0 && take.problem()} />
      <Show when={form.isOfficial()}>
        <OfficeNumber {...fields()} written={form.written()} />
      </Show>
      <PaperFields {...fields()} written={form.written()} />
      <div class="row">
        <Button
          kind="primary"
          busy={take.isBusy()}
          disabled={!form.isReady()}
          onClick={() => void form.send()}
        >
          {form.isOfficial() ? t('papers.register') : t('papers.take')}
        </Button>
      </div>
    </div>
  );
};

/** 取号, or 登记文号 where the office numbers. */
export const TakeDialog = (props: {
  open: boolean;
  series: PaperSeries | undefined;
  today: string;
  onClose: () => void;
  onDone: (paper: Paper) => void;
}) => (
  <Dialog
    open={props.open}
    title={props.series?.class === 'official' ? t('papers.register') : t('papers.take')}
    onClose={() => props.onClose()}
  >
    <Show when={props.open && props.series}>
      {(series) => (
        <TakeForm series={series()} today={props.today} onDone={(paper) => props.onDone(paper)} />
      )}
    </Show>
  </Dialog>
);

const VoidForm = (props: { paper: Paper; onDone: () => void }) => {
  const voiding = createVoiding(() => props.paper);
  const send = async (reason: string) => {
    const number = untrack(() => props.paper.text);
    if (!(await voiding.attempt({ reason }))) return;
    announce(t('papers.void-done', { number }));
    props.onDone();
  };
  return (
    <div class="stack">
      <p>{props.paper.title}</p>
      <p>{t('papers.void-intro')}</p>
      <Refusal problem={voiding.problem()} />
      <ReasonedAct
        name="reason"
        label={t('papers.void-reason')}
        act={t('papers.void')}
        kind="danger"
        busy={voiding.isBusy()}
        onAct={(reason) => void send(reason)}
      />
    </div>
  );
};

/** 作废: the number keeps its place, with the reason. */
export const VoidDialog = (props: {
  paper: Paper | undefined;
  onClose: () => void;
  onDone: () => void;
}) => (
  <Dialog
    open={props.paper !== undefined}
    title={t('papers.void-title', { number: props.paper?.text ?? '' })}
    onClose={() => props.onClose()}
  >
    <Show when={props.paper} keyed>
      {(paper) => <VoidForm paper={paper} onDone={() => props.onDone()} />}
    </Show>
  </Dialog>
);
