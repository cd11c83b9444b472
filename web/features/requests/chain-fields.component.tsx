import { Index } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { Checkbox } from '#web/ui/choice-field.component.tsx';
import { FieldGroup } from '#web/ui/field.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import type { DraftDesk } from './draft-desk.ts';
import { hasCountersign, withCountersign } from './draft-fields.presenter.ts';

/** 审签环节: the posts by their own names, and 会签 where it is wanted. */
export const ChainFields = (props: { desk: DraftDesk }) => {
  const rename = (place: number, title: string) =>
    props.desk.write({
      chain: props.desk
        .fields()
        .chain.map((step, index) => (index === place ? { ...step, title } : step)),
    });
  return (
    <FieldGroup name="chain" label={t('requests.chain')} hint={t('requests.chain-hint')} required>
      <div class="stack">
        <div class="request-chain">
          <Index each={props.desk.fields().chain}>
            {(step, place) => (
              <TextField
                name={`chain/${place}`}
                label={t(`requests.role-${step().role}`)}
                value={step().title}
                onInput={(title) => rename(place, title)}
              />
            )}
          </Index>
        </div>
        <Checkbox
          name="countersign"
          label={t('requests.countersign')}
          checked={hasCountersign(props.desk.fields().chain)}
          onChange={(isOn) =>
            props.desk.write({ chain: withCountersign(props.desk.fields().chain, isOn) })
          }
        />
      </div>
    </FieldGroup>
  );
};
