import { Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Checkbox, Select } from '#web/ui/choice-field.component.tsx';
import { DateField } from '#web/ui/date-field.component.tsx';
import { FieldGroup } from '#web/ui/field.component.tsx';
import { NumberField, TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { BasisFields } from './basis-fields.component.tsx';
import { ChainFields } from './chain-fields.component.tsx';
import type { DraftDesk } from './draft-desk.ts';
import { MomentFields } from './moment-fields.component.tsx';
import { RecipientFields } from './recipient-fields.component.tsx';
import { ReplyFormEditor } from './reply-form-editor.component.tsx';

type Props = { desk: DraftDesk };

const Asked = (props: Props) => (
  <>
    <TextField
      name="title"
      label={t('requests.field-title')}
      required
      value={props.desk.fields().title}
      onInput={(title) => props.desk.write({ title })}
    />
    <TextArea
      name="text"
      label={t('requests.field-text')}
      required
      rows={6}
      limit={8000}
      value={props.desk.fields().text}
      onInput={(text) => props.desk.write({ text })}
    />
    <TextField
      name="from"
      label={t('requests.field-from')}
      hint={t('requests.field-from-hint')}
      required
      value={props.desk.fields().from}
      onInput={(from) => props.desk.write({ from })}
    />
  </>
);

const Deadline = (props: Props) => (
  <>
    <MomentFields
      name="deadline"
      label={t('requests.deadline')}
      on={props.desk.fields().dueOn}
      hour={props.desk.fields().hour}
      onDay={(dueOn) => props.desk.write({ dueOn })}
      onHour={(hour) => props.desk.write({ hour })}
    />
    <Select
      name="repeats/every"
      label={t('requests.frequency')}
      placeholder={t('requests.once')}
      options={(['week', 'month'] as const).map((every) => ({
        value: every,
        label: t(`requests.every-${every}`),
      }))}
      value={props.desk.fields().every}
      onChange={(value) =>
        props.desk.write({ every: value === 'week' || value === 'month' ? value : '' })
      }
    />
    <Show when={props.desk.fields().every !== ''}>
      <DateField
        name="repeats/until"
        label={t('requests.repeats-until')}
        required
        value={props.desk.fields().until}
        onInput={(until) => props.desk.write({ until })}
      />
    </Show>
  </>
);

const ReplyWay = (props: Props) => (
  <>
    <ReplyFormEditor
      title={props.desk.fields().title}
      form={props.desk.fields().form}
      onChange={(form) => props.desk.write({ form })}
    />
    <FieldGroup name="reply-terms" label={t('requests.reply-terms')}>
      <div class="choices">
        <Checkbox
          name="stampedScan"
          label={t('requests.stamped-scan')}
          checked={props.desk.fields().stampedScan}
          onChange={(stampedScan) => props.desk.write({ stampedScan })}
        />
        <Checkbox
          name="nilReply"
          label={t('requests.nil-allowed')}
          checked={props.desk.fields().nilReply}
          onChange={(nilReply) => props.desk.write({ nilReply })}
        />
      </div>
    </FieldGroup>
    <NumberField
      name="minutes"
      label={t('requests.minutes')}
      hint={t('requests.minutes-hint')}
      required
      unit={t('requests.minutes-unit')}
      value={props.desk.fields().minutes}
      onInput={(minutes) => props.desk.write({ minutes })}
    />
  </>
);

/** 拟稿: what is asked, why, of whom, until when, and how it is answered. */
export const DraftForm = (props: Props) => (
  <form class="form request-form" onSubmit={(event) => event.preventDefault()}>
    <h2 class="section-title">{t('requests.part-asked')}</h2>
    <Asked desk={props.desk} />
    <BasisFields desk={props.desk} />
    <h2 class="section-title">{t('requests.part-to')}</h2>
    <RecipientFields desk={props.desk} />
    <h2 class="section-title">{t('requests.part-when')}</h2>
    <Deadline desk={props.desk} />
    <h2 class="section-title">{t('requests.part-reply-way')}</h2>
    <ReplyWay desk={props.desk} />
    <h2 class="section-title">{t('requests.part-chain')}</h2>
    <ChainFields desk={props.desk} />
  </form>
);
