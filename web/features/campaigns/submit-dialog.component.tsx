import { For, Show, createSignal } from 'solid-js';
import type { CampaignProblem, Checks, Draft, DraftMoved } from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Checkbox } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { nameOfTarget } from './problems.presenter.ts';

/** The warnings by code: one tick answers for all places of the same kind. */
export const warningGroups = (
  problems: readonly CampaignProblem[],
): { code: string; problems: CampaignProblem[] }[] => {
  const groups = new Map<string, CampaignProblem[]>();
  for (const problem of problems) {
    if (problem.severity !== 'warning') continue;
    groups.set(problem.code, [...(groups.get(problem.code) ?? []), problem]);
  }
  return [...groups].map(([code, each]) => ({ code, problems: each }));
};

type Props = {
  open: boolean;
  draft: Draft;
  checks: Checks;
  onClose: () => void;
  onDone: () => void;
};

const Warnings = (props: {
  draft: Draft;
  groups: ReturnType<typeof warningGroups>;
  ticked: readonly string[];
  onTick: (code: string, isOn: boolean) => void;
}) => (
  <Show when={props.groups.length > 0}>
    <fieldset class="stack-tight">
      <legend class="field-label">{t('campaigns.submit-warnings')}</legend>
      <For each={props.groups}>
        {(group) => (
          <Checkbox
            name={`warning-${group.code}`}
            checked={props.ticked.includes(group.code)}
            onChange={(isOn) => props.onTick(group.code, isOn)}
            label={
              <For each={group.problems}>
                {(problem) => (
                  <span class="warning-line">
                    <Show when={nameOfTarget(props.draft, problem)}>
                      {(name) => <>{name()}：</>}
                    </Show>
                    {localText(problem.message)}
                  </span>
                )}
              </For>
            }
          />
        )}
      </For>
    </fieldset>
  </Show>
);

/** 提交核稿: warnings are looked at and ticked, one kind after the other. */
export const SubmitDialog = (props: Props) => {
  const [ticked, setTicked] = createSignal<readonly string[]>([]);
  const submit = createCommand<readonly string[], DraftMoved>((codes) => ({
    method: 'POST',
    path: `/api/campaigns/drafts/${props.draft.id}/submit`,
    body: { acknowledged: true, codes },
  }));
  const groups = () => warningGroups(props.checks.problems);
  const isReady = () => groups().every(({ code }) => ticked().includes(code));
  const tick = (code: string, isOn: boolean) =>
    setTicked((before) => (isOn ? [...before, code] : before.filter((each) => each !== code)));
  const send = async () => {
    if (!(await submit.attempt(ticked()))) return;
    announce(t('campaigns.submitted'));
    props.onDone();
  };
  return (
    <Dialog
      open={props.open}
      wide
      title={t('campaigns.act-submit')}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t('acts.cancel')}</Button>
          <Button
            kind="primary"
            busy={submit.isBusy()}
            disabled={!isReady() || props.checks.counts.error > 0}
            onClick={() => void send()}
          >
            {t('campaigns.act-submit')}
          </Button>
        </>
      }
    >
      <div class="stack">
        <Refusal problem={submit.problem()} />
        <p>{t('campaigns.submit-words')}</p>
        <Warnings draft={props.draft} groups={groups()} ticked={ticked()} onTick={tick} />
      </div>
    </Dialog>
  );
};
