import { A, useNavigate } from '@solidjs/router';
import { For, Show, createSignal } from 'solid-js';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { EntryDetail, MoveView } from '#schema/contracts/registers.ts';
import { FormAnswers } from '#web/features/forms/renderer/form-answers.component.tsx';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { ComputedAsOf, DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { EntryAside } from './entry-aside.component.tsx';
import { RecheckDialog, UnmaskDialog } from './entry-dialogs.component.tsx';
import { numberWords, statusOf } from './entry.presenter.ts';
import { HandOverPart } from './hand-over.component.tsx';
import { LinkDialog } from './link-dialog.component.tsx';
import { EditDialog, SourceDialog, SplitDialog } from './mend-dialogs.component.tsx';
import { useEntry, useRegistersChanged } from './registers.queries.ts';
import { StepDialog } from './step-dialog.component.tsx';
import './registers.css';

const Head = (props: { found: EntryDetail }) => {
  const summary = () => props.found.summary;
  const register = () => props.found.register;
  return (
    <>
      <DocumentBar title={register().campaignTitle} />
      <PageHeader
        title={localText(summary().title)}
        breadcrumb={[
          { label: t('registers.title'), href: '/registers' },
          { label: localText(register().title), href: `/registers/${register().key}` },
          { label: numberWords(summary()) },
        ]}
        summary={
          <span class="row">
            <Status kind={statusOf(summary().state).kind}>{statusOf(summary().state).words}</Status>
            <span>{summary().organizationName}</span>
            <span>
              {t('registers.responsible')}：{summary().responsible}
            </span>
            <ComputedAsOf at={props.found.asOf} />
          </span>
        }
      />
    </>
  );
};

const Move = (props: { move: MoveView; isFirst: boolean; onTake: () => void }) => (
  <div>
    <Button
      kind={props.isFirst && props.move.unmet.length === 0 ? 'primary' : 'secondary'}
      disabled={props.move.unmet.length > 0}
      onClick={() => props.onTake()}
    >
      {localText(props.move.title)}
    </Button>
    <For each={props.move.unmet}>
      {(unmet) => (
        <p class="entry-refused small soft">
          {t('registers.step-cannot')}：{localText(unmet.message)}
        </p>
      )}
    </For>
  </div>
);

type Opened = 'recheck' | 'unmask' | 'edit' | 'source' | 'split' | 'link';

const hasNothing = ({ moves, mayRecheck, mayEdit, mayTie }: EntryDetail) =>
  moves.length === 0 && !mayRecheck && !mayEdit && !mayTie;

const Moves = (props: {
  found: EntryDetail;
  onTake: (move: MoveView) => void;
  onOpen: (opened: Opened) => void;
}) => (
  <section class="entry-part no-print" aria-labelledby="entry-steps">
    <h2 id="entry-steps" class="section-title">
      {t('registers.steps')}
    </h2>
    <div class="entry-moves">
      <For each={props.found.moves}>
        {(move, index) => (
          <Move move={move} isFirst={index() === 0} onTake={() => props.onTake(move)} />
        )}
      </For>
      <Show when={props.found.mayRecheck}>
        <Button onClick={() => props.onOpen('recheck')}>{t('registers.recheck')}</Button>
      </Show>
      <Show when={props.found.mayEdit}>
        <Button onClick={() => props.onOpen('edit')}>{t('registers.edit')}</Button>
      </Show>
      <Show when={props.found.mayTie && props.found.register.channels.length > 0}>
        <Button onClick={() => props.onOpen('source')}>{t('registers.add-source')}</Button>
      </Show>
      <Show when={props.found.mayTie && props.found.register.links.length > 0}>
        <Button onClick={() => props.onOpen('link')}>{t('registers.link')}</Button>
      </Show>
      <Show when={props.found.mayTie}>
        <Button onClick={() => props.onOpen('split')}>{t('registers.split')}</Button>
      </Show>
    </div>
    <Show when={hasNothing(props.found)}>
      <p class="soft">{t('registers.no-steps')}</p>
    </Show>
  </section>
);

/** A field that the open step asks for stands there and not here: one id, one place. */
const formBeside = ({ register }: EntryDetail, asked: readonly string[]): Form => ({
  ...register.form,
  fields: register.form.fields.filter(({ key }) => !asked.includes(key)),
});

const Content = (props: { found: EntryDetail; asked: readonly string[]; onUnmask: () => void }) => (
  <section class="entry-part" aria-labelledby="entry-content">
    <h2 id="entry-content" class="section-title">
      {t('registers.content')}
    </h2>
    <Show when={props.found.masked.length > 0}>
      <p class="row">
        {t('registers.masked')}
        <Show when={props.found.mayUnmask}>
          <Button small onClick={() => props.onUnmask()}>
            {t('registers.unmask')}
          </Button>
        </Show>
      </p>
    </Show>
    <FormAnswers
      form={formBeside(props.found, props.asked)}
      answers={props.found.answers}
      evidence={props.found.evidence}
    />
  </section>
);

const EntryPage = (props: { found: EntryDetail }) => {
  const changed = useRegistersChanged();
  const navigate = useNavigate();
  const [move, setMove] = createSignal<MoveView>();
  const [opened, setOpened] = createSignal<Opened>();
  const taken = async ({ title }: MoveView) => {
    setMove(undefined);
    announce(t('registers.step-done', { step: localText(title) }), 'done');
    await changed();
  };
  const done = async (words: string, made?: string) => {
    setOpened(undefined);
    announce(words, 'done');
    await changed();
    if (made !== undefined) navigate(`/entries/${made}`);
  };
  const asked = () =>
    opened() === 'edit' || opened() === 'split'
      ? props.found.register.recordFields
      : (move()?.fields ?? []);
  const dialog = (name: Opened) => ({
    found: props.found,
    onClose: () => setOpened(undefined),
    onDone: (made: string | undefined) =>
      void done(t(name === 'recheck' ? 'registers.recheck-done' : 'registers.saved'), made),
  });
  return (
    <>
      <Head found={props.found} />
      <Moves found={props.found} onTake={setMove} onOpen={setOpened} />
      <HandOverPart found={props.found} onDone={() => void done(t('registers.saved'))} />
      <Content found={props.found} asked={asked()} onUnmask={() => setOpened('unmask')} />
      <EntryAside found={props.found} />
      <p class="no-print entry-part">
        <A href={`/registers/${props.found.register.key}`}>{t('registers.go-back')}</A>
      </p>
      <StepDialog
        found={props.found}
        move={move()}
        onClose={() => setMove(undefined)}
        onTaken={(taking) => void taken(taking)}
      />
      <RecheckDialog open={opened() === 'recheck'} {...dialog('recheck')} />
      <EditDialog open={opened() === 'edit'} {...dialog('edit')} />
      <SourceDialog open={opened() === 'source'} {...dialog('source')} />
      <SplitDialog open={opened() === 'split'} {...dialog('split')} />
      <LinkDialog open={opened() === 'link'} {...dialog('link')} />
      <UnmaskDialog
        open={opened() === 'unmask'}
        found={props.found}
        onClose={() => setOpened(undefined)}
      />
    </>
  );
};

/** One entry: what it says, the steps as buttons in words, its clocks with their rules, its history. */
export const EntryView = (props: { id: string }) => {
  const entry = useEntry(() => props.id);
  return <QueryView query={entry}>{(found) => <EntryPage found={found()} />}</QueryView>;
};
