import { For, Show } from 'solid-js';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { shortCode } from '#web/features/evidence/evidence-file.presenter.ts';
import { FormAnswers } from '#web/features/forms/renderer/form-answers.component.tsx';
import { localText, t } from '#web/shared/i18n.ts';
import { titleOf } from './occurrence.presenter.ts';
import { Paper, PaperRow } from './paper.component.tsx';
import { postTitle } from './sign-off-steps.presenter.ts';
import { dueWords } from './task-row.presenter.ts';

const Facts = (props: { detail: SubmissionDetail }) => (
  <table class="paper-table">
    <tbody>
      <PaperRow name={t('submissions.sheet-unit')}>
        {props.detail.summary.organizationName}
      </PaperRow>
      <PaperRow name={t('submissions.sheet-task')}>
        {titleOf(props.detail.summary)}
        <Show when={props.detail.summary.nil}>{`（${t('submissions.nil')}）`}</Show>
      </PaperRow>
      <PaperRow name={t('submissions.basis')}>
        {`《${props.detail.document.title}》${props.detail.document.number ?? ''} ${props.detail.document.clauseNumber}`}
      </PaperRow>
      <PaperRow name={t('submissions.to')}>{props.detail.summary.office}</PaperRow>
      <PaperRow name={t('submissions.due')}>{dueWords(props.detail.summary)}</PaperRow>
      <Show when={props.detail.approval}>
        {(approval) => (
          <PaperRow name={t('submissions.sheet-code')}>
            <span class="paper-code">{shortCode(approval().contentHash)}</span>
          </PaperRow>
        )}
      </Show>
    </tbody>
  </table>
);

const Signatures = (props: { detail: SubmissionDetail }) => (
  <table class="paper-table paper-signatures">
    <thead>
      <tr>
        <th scope="col" class="paper-name">
          {t('submissions.sheet-step')}
        </th>
        <th scope="col" class="paper-opinion">
          {t('submissions.sheet-opinion')}
        </th>
        <th scope="col">{t('submissions.sheet-signature')}</th>
        <th scope="col" class="paper-day">
          {t('submissions.sheet-day')}
        </th>
      </tr>
    </thead>
    <tbody>
      <For each={[...props.detail.signOff.map(postTitle), t('submissions.sheet-seal-register')]}>
        {(title) => (
          <tr>
            <th scope="row">{title}</th>
            <td />
            <td />
            <td class="paper-day">{t('submissions.sheet-day-blank')}</td>
          </tr>
        )}
      </For>
    </tbody>
  </table>
);

/** 院内审签单: the head signs here and never logs in. The seal's place stays empty. */
export const SignOffSheet = (props: { detail: SubmissionDetail }) => (
  <Paper title={t('submissions.sheet-title')}>
    <Facts detail={props.detail} />
    <Signatures detail={props.detail} />
    <div class="paper-stamp">
      <p>{props.detail.summary.organizationName}</p>
      <p>{t('submissions.sheet-seal')}</p>
      <p>{t('submissions.sheet-day-blank')}</p>
    </div>
    <p class="paper-foot">{t('submissions.sheet-foot')}</p>
    <Show when={!props.detail.summary.nil}>
      <section class="paper-attachment">
        <h2>{t('submissions.sheet-attachment', { form: localText(props.detail.form.title) })}</h2>
        <FormAnswers
          form={props.detail.form}
          answers={props.detail.answers}
          evidence={props.detail.evidence}
        />
      </section>
    </Show>
  </Paper>
);
