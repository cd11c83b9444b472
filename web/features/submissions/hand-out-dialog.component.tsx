import { For, Show, untrack } from 'solid-js';
import type { Parts } from '#schema/contracts/submission-parts.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { CheckboxGroup } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { ErrorSummary } from '#web/ui/error-summary.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import type { Filing } from './filing.ts';
import { lastDay, createHanding } from './handing.ts';
import type { HandOutProps, Handing } from './handing.ts';
import { Made } from './part-made.component.tsx';
import { fieldsOut, groupsOf } from './parts.presenter.ts';

const Proposed = (props: HandOutProps & { handing: Handing }) => (
  <Show when={props.found.proposed.length > 0}>
    <div class="row">
      <span>{t('parts.proposed')}</span>
      <For each={props.found.proposed}>
        {({ section, department, fields, dueOn }) => {
          const heading = () =>
            props.filing.model.form.fields.find(({ key }) => key === section)?.label;
          return (
            <Button
              small
              onClick={() => props.handing.write({ department, fields, ...(dueOn && { dueOn }) })}
            >
              {t('parts.proposed-one', { section: localText(heading()), department })}
            </Button>
          );
        }}
      </For>
    </div>
  </Show>
);

const FieldChoice = (props: HandOutProps & { handing: Handing }) => {
  const groups = () => groupsOf(props.filing.model.form, fieldsOut(props.found.parts));
  const chosen = () => props.handing.written().fields;
  const choose = (own: readonly string[], values: readonly string[]) =>
    props.handing.write({
      fields: [...chosen().filter((key) => !own.includes(key)), ...values],
    });
  return (
    <fieldset class="handed-fields">
      <legend>{t('parts.fields')}</legend>
      <p class="small soft">{t('parts.fields-hint')}</p>
      <For each={groups()}>
        {(group, index) => {
          const own = () => group.fields.map(({ key }) => key);
          return (
            <div class="handed-group">
              <CheckboxGroup
                name={`fields-${index()}`}
                label={group.title}
                options={group.fields.map(({ key, label }) => ({ value: key, label }))}
                values={chosen().filter((key) => own().includes(key))}
                onChange={(values) => choose(own(), values)}
              />
              <Button small kind="quiet" onClick={() => choose(own(), own())}>
                {t('parts.all-of-section')}
                <span class="visually-hidden">：{group.title}</span>
              </Button>
            </div>
          );
        }}
      </For>
    </fieldset>
  );
};

const Asked = (props: HandOutProps & { handing: Handing }) => {
  const { written, write, handOut, isReady, send } = untrack(() => props.handing);
  return (
    <div class="stack">
      <p>{t('parts.hand-out-words')}</p>
      <ErrorSummary errors={handOut.errors()} />
      <Refusal problem={handOut.problem()?.errors.length === 0 && handOut.problem()} />
      <Show when={props.filing.trouble()}>{(words) => <p role="alert">{words()}</p>}</Show>
      <Proposed {...props} />
      <TextField
        name="department"
        label={t('parts.department')}
        hint={t('parts.department-hint')}
        required
        maxLength={40}
        value={written().department}
        onInput={(department) => write({ department })}
      />
      <FieldChoice {...props} />
      <DateField
        name="dueOn"
        label={t('parts.due')}
        hint={t('parts.due-hint')}
        required
        max={lastDay(props)}
        value={written().dueOn}
        onInput={(dueOn) => write({ dueOn })}
      />
      <TextArea
        name="note"
        label={t('parts.note')}
        rows={2}
        value={written().note}
        onInput={(note) => write({ note })}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={handOut.isBusy()}
          disabled={!isReady()}
          onClick={() => void send()}
        >
          {t('parts.make-link')}
        </Button>
      </div>
    </div>
  );
};

const HandOutForm = (props: HandOutProps) => {
  const handing = createHanding(props);
  return (
    <Show when={handing.made()} fallback={<Asked {...props} handing={handing} />}>
      {(made) => <Made {...props} handing={handing} made={made()} />}
    </Show>
  );
};

/** 分给科室: which fields, to whom, until when; then the link, shown once. */
export const HandOutDialog = (props: {
  open: boolean;
  filing: Filing;
  found: Parts | undefined;
  onClose: () => void;
}) => (
  <Dialog wide open={props.open} title={t('parts.hand-out')} onClose={() => props.onClose()}>
    <Show when={props.open && props.found}>
      {(found) => (
        <HandOutForm filing={props.filing} found={found()} onClose={() => props.onClose()} />
      )}
    </Show>
  </Dialog>
);
