import { useParams } from '@solidjs/router';
import { Match, Show, Suspense, Switch, lazy } from 'solid-js';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { useSession } from '#web/features/identity/session.ts';
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
import { innerReturnOf } from '#web/features/submissions/sign-off-steps.presenter.ts';
import { useSubmission } from '#web/features/submissions/submissions.queries.ts';
import { isWithOffice } from '#web/features/submissions/task-row.presenter.ts';
import { t } from '#web/shared/i18n.ts';
import { Loading, QueryView } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';

/** Bureaus alone roll up: everybody else's page does without. */
const RollUpSection = lazy(async () => ({
  default: (await import('#web/features/submissions/roll-up.component.tsx')).RollUpSection,
}));

/** Nobody signs what is still filled in. */
const SignOffPanel = lazy(async () => ({
  default: (await import('#web/features/submissions/sign-off-panel.component.tsx')).SignOffPanel,
}));

/** The bars of whoever signs and of what is signed: not while it is filled in. */
const SignerBar = lazy(async () => ({
  default: (await import('#web/features/submissions/signer-bar.component.tsx')).SignerBar,
}));
const FileBar = lazy(async () => ({
  default: (await import('#web/features/submissions/file-bar.component.tsx')).FileBar,
}));

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
      <Show when={props.detail.approval}>
        <Suspense>
          <SignOffPanel filing={filing} />
        </Suspense>
      </Show>
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
      <Suspense>
        <Bar filing={filing} />
      </Suspense>
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
        <QueryView query={submission}>
          {(detail) => (
            <Suspense fallback={<Loading />}>
              <FilingView detail={detail()} />
            </Suspense>
          )}
        </QueryView>
      )}
    </Show>
  );
};
