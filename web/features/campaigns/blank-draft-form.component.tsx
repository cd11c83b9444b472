import { Index, createSignal, untrack } from 'solid-js';
import type { BlankDraft, Draft } from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { Select } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/text-field.component.tsx';

export const approvalRoles = ['drafter', 'checker', 'countersigner', 'signer'] as const;
type Step = BlankDraft['approval'][number];

type BlankFields = {
  title: string;
  kindName: string;
  issuer: string;
  year: string;
  from: string;
  to: string;
  offices: string;
  approval: readonly Step[];
};

/** What the fields come to; offices stand one to a line. */
const toBlankDraft = (fields: BlankFields): BlankDraft => ({
  from: 'blank',
  title: fields.title.trim(),
  kindName: fields.kindName.trim(),
  issuer: fields.issuer.trim(),
  year: Number(fields.year),
  period: { from: fields.from, to: fields.to },
  offices: fields.offices
    .split(/\n/)
    .map((name) => name.trim())
    .filter(Boolean),
  approval: fields.approval.map(({ title, role }) => ({ title: title.trim(), role })),
});

/** The chain that most documents go through. */
const usualChain = (): Step[] =>
  approvalRoles.map((role) => ({ role, title: t(`campaigns.chain-${role}`) }));

const Chain = (props: { steps: readonly Step[]; onChange: (steps: readonly Step[]) => void }) => {
  const set = (at: number, changes: Partial<Step>) =>
    props.onChange(props.steps.map((step, each) => (each === at ? { ...step, ...changes } : step)));
  return (
    <fieldset class="stack-tight">
      <legend>{t('campaigns.chain')}</legend>
      <ol class="plan-rows">
        <Index each={props.steps}>
          {(step, at) => (
            <li class="plan-row">
              <Select
                name={`approval/${at}/role`}
                label={t('campaigns.chain-role')}
                placeholder={null}
                options={approvalRoles.map((value) => ({
                  value,
                  label: t(`campaigns.chain-${value}`),
                }))}
                value={step().role}
                onChange={(value) => {
                  const role = approvalRoles.find((each) => each === value);
                  if (role) set(at, { role });
                }}
              />
              <TextField
                name={`approval/${at}/title`}
                label={t('campaigns.chain-title')}
                value={step().title}
                onInput={(title) => set(at, { title })}
              />
              <Button
                small
                kind="quiet"
                disabled={props.steps.length <= 2}
                onClick={() => props.onChange(props.steps.filter((_, each) => each !== at))}
              >
                {t('acts.remove')}
                <span class="visually-hidden">：{step().title}</span>
              </Button>
            </li>
          )}
        </Index>
      </ol>
      <div class="row">
        <Button
          small
          onClick={() =>
            props.onChange([
              ...props.steps.slice(0, -1),
              { role: 'countersigner', title: t('campaigns.chain-countersigner') },
              ...props.steps.slice(-1),
            ])
          }
        >
          {t('campaigns.act-add-countersigner')}
        </Button>
      </div>
    </fieldset>
  );
};

const createBlank = (year: number, issuer: string) => {
  const [fields, setFields] = createSignal<BlankFields>({
    title: '',
    kindName: t('campaigns.blank-kind'),
    issuer,
    year: String(year),
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    offices: '',
    approval: usualChain(),
  });
  const open = createCommand<BlankDraft, Draft>((body) => ({
    method: 'POST',
    path: '/api/campaigns/drafts',
    body,
  }));
  const field = (name: Exclude<keyof BlankFields, 'approval'>, path: string = name) => ({
    name: path,
    value: fields()[name],
    error: open.problem()?.errorOf(path),
    required: true,
    onInput: (value: string) => void setFields((before) => ({ ...before, [name]: value })),
  });
  const isReady = () => {
    const blank = toBlankDraft(fields());
    const said = [blank.title, blank.kindName, blank.issuer].every(Boolean);
    return said && blank.offices.length > 0 && blank.year >= 2000;
  };
  return { fields, setFields, open, field, isReady };
};

/** 空白方案: what a document needs before its first clause is written. */
export const BlankDraftForm = (props: {
  year: number;
  issuer: string;
  onOpened: (draft: Draft) => void;
}) => {
  const { fields, setFields, open, field, isReady } = untrack(() =>
    createBlank(props.year, props.issuer),
  );
  const send = async () => {
    const answer = await open.attempt(toBlankDraft(fields()));
    if (answer) props.onOpened(answer.data);
  };
  return (
    <div class="stack">
      <ErrorSummary errors={open.errors()} />
      <Refusal problem={open.errors().length === 0 && open.problem()} />
      <TextField {...field('title')} label={t('campaigns.head-document-title')} />
      <div class="part-fields">
        <TextField
          {...field('kindName')}
          label={t('campaigns.head-kind')}
          hint={t('campaigns.blank-kind-hint')}
        />
        <TextField {...field('issuer')} label={t('campaigns.head-issuer')} />
        <NumberField {...field('year')} label={t('campaigns.year')} />
        <DateField {...field('from', 'period/from')} label={t('campaigns.head-period-from')} />
        <DateField {...field('to', 'period/to')} label={t('campaigns.head-period-to')} />
      </div>
      <TextArea
        {...field('offices')}
        label={t('campaigns.blank-offices')}
        hint={t('campaigns.blank-offices-hint')}
        rows={3}
      />
      <Chain
        steps={fields().approval}
        onChange={(approval) => setFields((before) => ({ ...before, approval }))}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={open.isBusy()}
          disabled={!isReady()}
          onClick={() => void send()}
        >
          {t('campaigns.act-open-draft')}
        </Button>
      </div>
    </div>
  );
};
