import { Match, Switch } from 'solid-js';
import type { Clause } from '#schema/contracts/campaign/clause.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import { t } from '#web/shared/i18n.ts';
import { RadioGroup, Select } from '#web/ui/choice-field.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { withProperty } from './part-keys.ts';
import { chinese, withChinese } from './texts.ts';

export type ClauseNames = readonly Pick<Clause, 'key' | 'number' | 'title' | 'words'>[];

const nameLimit = 24;

/** （一）开展自查自纠, or the first words of a clause without a title. */
export const clauseName = ({ number, title, words }: ClauseNames[number]): string =>
  `${number} ${title ?? (words.length > nameLimit ? `${words.slice(0, nameLimit)}…` : words)}`.trim();

export const clauseOptions = (clauses: ClauseNames) =>
  clauses.map((clause) => ({ value: clause.key, label: clauseName(clause) }));

type Kind = 'clause' | 'document' | 'proposed';

const kindOf = (source: Source): Kind =>
  'clause' in source ? 'clause' : 'document' in source ? 'document' : 'proposed';

type Props = {
  name: string;
  source: Source;
  clauses: ClauseNames;
  onChange: (source: Source) => void;
};
type Quoted = Extract<Source, { quote?: string | undefined }>;

const Quote = (props: Props & { quoted: Quoted }) => (
  <TextArea
    name={`${props.name}/quote`}
    label={t('editors.source-quote')}
    hint={'clause' in props.quoted ? t('editors.source-quote-hint') : undefined}
    rows={2}
    value={props.quoted.quote ?? ''}
    onInput={(quote) =>
      props.onChange(withProperty(props.quoted, 'quote', quote === '' ? undefined : quote))
    }
  />
);

const Written = (props: Props) => (
  <Switch>
    <Match when={'clause' in props.source && props.source}>
      {(source) => (
        <>
          <Select
            name={`${props.name}/clause`}
            label={t('editors.source-which-clause')}
            placeholder={null}
            value={source().clause}
            options={clauseOptions(props.clauses)}
            onChange={(clause) => props.onChange({ clause })}
          />
          <Quote {...props} quoted={source()} />
        </>
      )}
    </Match>
    <Match when={'document' in props.source && props.source}>
      {(source) => (
        <>
          <TextField
            name={`${props.name}/document`}
            label={t('editors.source-which-document')}
            required
            value={source().document}
            onInput={(document) => props.onChange({ ...source(), document })}
          />
          <Quote {...props} quoted={source()} />
        </>
      )}
    </Match>
    <Match when={'proposed' in props.source && props.source}>
      {(source) => (
        <TextArea
          name={`${props.name}/reason`}
          label={t('editors.source-reason')}
          required
          rows={2}
          value={chinese(source().reason)}
          onInput={(zh) =>
            props.onChange({ ...source(), reason: withChinese(source().reason, zh) })
          }
        />
      )}
    </Match>
  </Switch>
);

/** 依据: where it is written, or that this office proposes it, and why. */
export const SourceFields = (props: Props) => {
  const change = (kind: Kind) => {
    if (kind === 'clause') return props.onChange({ clause: props.clauses[0]?.key ?? '' });
    if (kind === 'document') return props.onChange({ document: '' });
    props.onChange({ proposed: true, reason: t('editors.source-default') });
  };
  return (
    <div class="stack-tight">
      <RadioGroup
        name={props.name}
        label={t('editors.source')}
        inline
        options={(['clause', 'document', 'proposed'] as const).map((value) => ({
          value,
          label: t(`editors.source-${value}`),
        }))}
        value={kindOf(props.source)}
        onChange={(kind) => change(kind as Kind)}
      />
      <Written {...props} />
    </div>
  );
};
