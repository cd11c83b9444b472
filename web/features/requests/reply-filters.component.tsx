import { Show } from 'solid-js';
import type { RequestDetail } from '#schema/contracts/request-overview.ts';
import { replyStates } from '#schema/contracts/request-replies.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Checkbox, Select } from '#web/ui/choice-field.component.tsx';
import type { ReplyFilter } from './requests.queries.ts';

export const Filters = (props: {
  detail: RequestDetail;
  filter: ReplyFilter;
  onFilter: (filter: ReplyFilter) => void;
}) => (
  <form class="filter-bar" role="search" onSubmit={(event) => event.preventDefault()}>
    <Select
      name="reply-state"
      label={t('requests.col-state')}
      placeholder={t('requests.all-states')}
      options={replyStates.map((state) => ({ value: state, label: t(`requests.reply-${state}`) }))}
      value={props.filter.state ?? ''}
      onChange={(state) => props.onFilter({ state })}
    />
    <Show when={props.detail.occurrences.length > 1}>
      <Select
        name="reply-occurrence"
        label={t('requests.occurrence')}
        placeholder={t('requests.all-occurrences')}
        options={props.detail.occurrences.map(({ key, dueLabel }) => ({
          value: key,
          label: localText(dueLabel),
        }))}
        value={props.filter.occurrence ?? ''}
        onChange={(occurrence) => props.onFilter({ occurrence })}
      />
    </Show>
    <Checkbox
      name="reply-overdue"
      label={t('requests.only-overdue')}
      checked={props.filter.overdue === 'true'}
      onChange={(isOn) => props.onFilter({ overdue: isOn ? 'true' : '' })}
    />
  </form>
);
