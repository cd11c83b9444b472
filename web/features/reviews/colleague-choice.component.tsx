import { Show } from 'solid-js';
import type { ReviewCase } from '#schema/contracts/reviews.ts';
import { Select } from '#web/ui/choice-field.component.tsx';

/** One of those who may judge the unit, by post, or the word that there is none. */
export const ColleagueChoice = (props: {
  name: string;
  label: string;
  nobody: string;
  colleagues: ReviewCase['colleagues'];
  value: string;
  onChoose: (personId: string) => void;
}) => (
  <Show when={props.colleagues.length > 0} fallback={<p class="soft">{props.nobody}</p>}>
    <Select
      name={props.name}
      label={props.label}
      required
      options={props.colleagues.map(({ personId, post }) => ({ value: personId, label: post }))}
      value={props.value}
      onChange={(chosen) => props.onChoose(chosen)}
    />
  </Show>
);
