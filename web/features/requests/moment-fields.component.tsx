import { Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { DateField } from '#web/ui/date-field.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { isHour, readHour, restDayWords } from './moment.presenter.ts';

type MomentProps = {
  name: string;
  label: string;
  on: string;
  hour: string;
  onDay: (day: string) => void;
  onHour: (hour: string) => void;
};

/** A day and its hour; a rest day is said and stays as it is. */
export const MomentFields = (props: MomentProps) => (
  <>
    <div class="request-pair">
      <DateField
        name={`${props.name}/on`}
        label={props.label}
        required
        value={props.on}
        onInput={props.onDay}
      />
      <TextField
        name={`${props.name}/hour`}
        label={t('requests.hour')}
        hint={t('requests.hour-hint')}
        required
        value={props.hour}
        error={isHour(props.hour) ? undefined : t('requests.hour-wrong')}
        onCommit={(hour) => props.onHour(readHour(hour))}
      />
    </div>
    <Show when={restDayWords(props.on)}>
      {(words) => (
        <Callout kind="warn" live>
          {words()}
        </Callout>
      )}
    </Show>
  </>
);
