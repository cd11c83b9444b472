import { useParams } from '@solidjs/router';
import { Match, Show, Switch } from 'solid-js';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { useSession } from '#web/features/identity/session.ts';
import { FileBar } from '#web/features/submissions/file-bar.component.tsx';
import { FiledHistory } from '#web/features/submissions/filed-history.component.tsx';
import {
  FillingBar,
  FilingAnswers,
  FilingErrors,
  FilingForm,
} from '#web/features/submissions/filing-form.component.tsx';
import {
  FiledLine,
  FilingHead,
  ReturnPoints,
} from '#web/features/submissions/filing-head.component.tsx';
import '#web/features/submissions/filing.css';
import { createFiling } from '#web/features/submissions/filing.ts';
import type { Filing } from '#web/features/submissions/filing.ts';
import { MaterialList } from '#web/features/submissions/materials.component.tsx';
import { PartsPanel } from '#web/features/submissions/parts.component.tsx';
import { RollUpSection } from '#web/features/submissions/roll-up.component.tsx';
import { SignOffPanel } from '#web/features/submissions/sign-off-panel.component.tsx';
import { innerReturnOf } from '#web/features/submissions/sign-off-steps.presenter.ts';
import { SignerBar } from '#web/features/submissions/signer-bar.component.tsx';
import { useSubmission } from '#web/features/submissions/submissions.queries.ts';
import { isWithOffice } from '#web/features/submissions/task-row.presenter.ts';
import { t } from '#web/shared/i18n.ts';
import { QueryView } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';

const InnerReturn = (props: { detail: SubmissionDetail }) => (
  <Show when={innerReturnOf(props.detail.approval)}>
    {(step) => (
      <Callout kind="warn" title={t('submissions.inner-return', { post: step().title })}>
        {step().comment}
      </Callout>
    )}
  </Show>
);

const Bar = (props: { filing: Filing }) => (
  <Switch>
    <Match when={props.filing.isEditing()}>
      <FillingBar filing={props.filing} />
    </Match>
    <Match when={props.filing.summary().nextStep === 'sign'}>
      <SignerBar filing={props.filing} />
    </Match>
    <Match when={props.filing.summary().state === 'signed' && props.filing.viewer().mayFile}>
      <FileBar filing={props.filing} />
    </Match>
  </Switch>
);

const FilingView = (props: { detail: SubmissionDetail }) => {
  const session = useSession();
  const filing = createFiling(() => props.detail, session);
  return (
    <div class="filing-page">
      <FilingHead detail={props.detail} viewer={filing.viewer()} />
      <FilingErrors filing={filing} />
      <Show when={props.detail.summary.state === 'returned'}>
        <ReturnPoints detail={props.detail} />
      </Show>
      <Show when={isWithOffice(props.detail.summary)}>
        <FiledLine detail={props.detail} />
      </Show>
      <Show when={filing.isEditing()}>
        <InnerReturn detail={props.detail} />
      </Show>
      <FiledHistory filing={filing} />
      <SignOffPanel filing={filing} />
      <PartsPanel filing={filing} />
      <Show when={props.detail.rollUp}>
        <RollUpSection filing={filing} />
      </Show>
      <Show when={filing.isEditing()} fallback={<FilingAnswers filing={filing} />}>
        <FilingForm filing={filing} />
      </Show>
      <MaterialList
        detail={props.detail}
        materials={filing.materials}
        shelf={filing.shelf}
        mayChange={filing.mayAttach}
        errors={filing.errors()}
      />
      <Bar filing={filing} />
    </div>
  );
};

/** 填报与审签 of one filing. */
export const SubmissionPage = () => {
  const params = useParams<{ id: string }>();
  const submission = useSubmission(() => params.id);
  return (
    <Show when={params.id} keyed>
      {(_id) => (
        <QueryView query={submission}>{(detail) => <FilingView detail={detail()} />}</QueryView>
      )}
    </Show>
  );
};
