import { createSignal } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { TextArea } from '#web/ui/text-field.component.tsx';

const views = ['pass', 'mend'] as const;
type View = (typeof views)[number];

export type ViewDraft = ReturnType<typeof createViewDraft>;

/** A view that is being written: 同意通过 or 应退回修改, and why. */
export const createViewDraft = () => {
  const [view, setView] = createSignal<View>();
  const [words, setWords] = createSignal('');
  /** What would be sent; nothing until both are there. */
  const ready = (): { view: View; words: string } | undefined => {
    const chosen = view();
    const said = words().trim();
    return chosen === undefined || said.length < 2 ? undefined : { view: chosen, words: said };
  };
  const choose = (value: string) => setView(views.find((each) => each === value));
  return { view, words, setWords, choose, ready };
};

type Asked = { readonly name: string; readonly label: string };

/** The two of them as fields: one choice, and words that go on record with it. */
export const ViewFields = (props: {
  draft: ViewDraft;
  view: Asked;
  words: Asked & { readonly rows: number };
}) => (
  <>
    <RadioGroup
      name={props.view.name}
      label={props.view.label}
      required
      inline
      options={views.map((each) => ({ value: each, label: t(`desk.view-${each}`) }))}
      value={props.draft.view() ?? ''}
      onChange={props.draft.choose}
    />
    <TextArea
      name={props.words.name}
      label={props.words.label}
      required
      rows={props.words.rows}
      value={props.draft.words()}
      onInput={props.draft.setWords}
    />
  </>
);
