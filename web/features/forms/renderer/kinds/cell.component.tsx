import type { Component } from 'solid-js';
import { Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { isNotAsked } from '#plugins/sdk/forms/shape.ts';
import type { Column } from '#schema/contracts/campaign/form.ts';
import type { KindProps } from '../field-frame.component.tsx';
import { ChoiceKind, MultipleChoiceKind, RatingKind } from './choice.component.tsx';
import { DateKind, MonthKind } from './day.component.tsx';
import { OriginValue } from './given.component.tsx';
import { DecimalKind, IntegerKind, MoneyKind } from './number.component.tsx';
import { OrganizationKind, PostKind } from './reference.component.tsx';
import { LongTextKind, TextKind } from './text.component.tsx';

type ScalarKind = Column['kind'];

const views: { readonly [K in ScalarKind]: Component<KindProps<K>> } = {
  text: TextKind,
  'long-text': LongTextKind,
  integer: IntegerKind,
  decimal: DecimalKind,
  money: MoneyKind,
  date: DateKind,
  month: MonthKind,
  choice: ChoiceKind,
  'multiple-choice': MultipleChoiceKind,
  rating: RatingKind,
  organization: OrganizationKind,
  post: PostKind,
};

/** Safe because the table above gives each kind the view that takes exactly this kind. */
const viewOf = (kind: ScalarKind): Component<KindProps> => views[kind] as Component<KindProps>;

/** A single value: a field of its own, or a cell of a table. */
export const CellView = (props: { field: Column; path: string }) => (
  <Show
    when={!isNotAsked(props.field)}
    fallback={<OriginValue field={props.field} path={props.path} />}
  >
    <Dynamic component={viewOf(props.field.kind)} field={props.field} path={props.path} />
  </Show>
);
