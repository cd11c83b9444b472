import { For } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Status } from '#web/ui/status.component.tsx';
import type { IssueStep, IssueStepKey } from './issue-steps.presenter.ts';

const issueBarPlace = 'issue-bar';

/** For the keyboard: the bar stands behind a long document. */
export const SkipToIssueBar = () => (
  <a
    class="skip-link"
    href={`#${issueBarPlace}`}
    rel="external"
    onClick={(event) => {
      event.preventDefault();
      document.getElementById(issueBarPlace)?.focus();
    }}
  >
    {t('campaigns.skip-to-bar')}
  </a>
);

/** The way to publication in its order; each step opens what belongs to it. */
export const IssueBar = (props: {
  steps: readonly IssueStep[];
  onOpen: (key: IssueStepKey) => void;
}) => (
  <nav class="issue-bar" id={issueBarPlace} tabindex="-1" aria-label={t('campaigns.issue-bar')}>
    <ol>
      <For each={props.steps}>
        {(step) => (
          <li class={`issue-step issue-step-${step.status}`}>
            <button
              type="button"
              aria-current={step.status === 'current' ? 'step' : undefined}
              onClick={() => props.onOpen(step.key)}
            >
              <span class="issue-step-act">{step.act}</span>
              <Status kind={step.status}>{step.detail}</Status>
            </button>
          </li>
        )}
      </For>
    </ol>
  </nav>
);
