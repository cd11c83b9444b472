import { Show, createSignal } from 'solid-js';
import type { CampaignSummary } from '#schema/contracts/campaign-outline.ts';
import type { Draft, OpenDraft, Template } from '#schema/contracts/campaigns.ts';
import { createCommand } from '#web/shared/command.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { RadioGroup } from '#web/ui/choice-field.component.tsx';
import { Dialog } from '#web/ui/dialog.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { LoadFailed, Loading, dataOf } from '#web/ui/state.component.tsx';
import { NumberField } from '#web/ui/text-field.component.tsx';
import { BlankDraftForm } from './blank-draft-form.component.tsx';
import { useTemplates } from './campaigns.queries.ts';

type Props = {
  /** The commission’s own name, for a document from nothing. */
  issuer?: string | undefined;
  open: boolean;
  campaigns: readonly CampaignSummary[];
  onClose: () => void;
  onOpened: (draft: Draft) => void;
};

const templateValue = ({ plugin, year }: Template) => `template ${plugin} ${year}`;
const blankSource = 'blank';
const yearPattern = /^20\d{2}$/;

/** The request for what was chosen; a year other than the source's own rolls it forward. */
export const toOpenDraft = (
  source: string,
  year: string,
  campaigns: readonly Pick<CampaignSummary, 'id' | 'year'>[],
): OpenDraft | undefined => {
  if (!yearPattern.test(year)) return undefined;
  const toYear = Number(year);
  const [from = '', name = '', own = ''] = source.split(' ');
  if (from === 'template') {
    const ownYear = Number(own);
    return {
      from,
      plugin: name,
      year: ownYear,
      ...(toYear === ownYear ? {} : { toYear }),
    };
  }
  const campaign = campaigns.find(({ id }) => id === name);
  if (from !== 'version' || !campaign) return undefined;
  return {
    from,
    campaignId: name,
    ...(toYear === campaign.year ? {} : { toYear }),
  };
};

/** The year a new campaign is for, unless told: the one after the newest there is. */
export const nextYear = (
  campaigns: readonly Pick<CampaignSummary, 'year'>[],
  own: number,
): number => campaigns.reduce((newest, { year }) => Math.max(newest, year + 1), own);

const thisYear = (): number => new Date().getFullYear();

type Choice = { value: string; label: string; hint: string; year: number };

const choicesOf = (
  templates: readonly Template[],
  campaigns: readonly CampaignSummary[],
): Choice[] => [
  {
    value: blankSource,
    label: t('campaigns.source-blank'),
    hint: t('campaigns.source-blank-hint'),
    year: 0,
  },
  ...templates.map((template) => ({
    value: templateValue(template),
    label: localText(template.title),
    hint: t('campaigns.source-template', { year: template.year }),
    year: nextYear(campaigns, template.year),
  })),
  ...campaigns
    .filter(({ state }) => state === 'running')
    .map((campaign) => ({
      value: `version ${campaign.id}`,
      label: campaign.title,
      hint: t('campaigns.source-version', { version: localText(campaign.versionLabel) }),
      year: campaign.year,
    })),
];

const SourceField = (props: {
  campaigns: readonly CampaignSummary[];
  value: string;
  onChoose: (choice: Choice) => void;
}) => {
  const templates = useTemplates(() => true);
  const choices = () => choicesOf(dataOf(templates)?.items ?? [], props.campaigns);
  const choose = (value: string) => {
    const choice = choices().find((each) => each.value === value);
    if (choice) props.onChoose(choice);
  };
  return (
    <Show when={!templates.isPending} fallback={<Loading />}>
      <Show
        when={!templates.error}
        fallback={<LoadFailed error={templates.error} onRetry={() => void templates.refetch()} />}
      >
        <RadioGroup
          name="source"
          label={t('campaigns.source')}
          required
          options={choices()}
          value={props.value}
          onChange={choose}
        />
      </Show>
    </Show>
  );
};

const NewDraftForm = (props: Props) => {
  const [source, setSource] = createSignal('');
  const [year, setYear] = createSignal('');
  const open = createCommand<OpenDraft, Draft>((body) => ({
    method: 'POST',
    path: '/api/campaigns/drafts',
    body,
  }));
  const choose = (choice: Choice) => {
    setSource(choice.value);
    setYear(String(choice.year));
  };
  const request = () => toOpenDraft(source(), year(), props.campaigns);
  const isAmendment = () => {
    const wanted = request();
    return wanted?.from === 'version' && wanted.toYear === undefined;
  };
  const send = async () => {
    const wanted = request();
    if (!wanted) return;
    const answer = await open.attempt(wanted);
    if (answer) props.onOpened(answer.data);
  };
  const FromSource = () => (
    <>
      <NumberField
        name="year"
        label={t('campaigns.year')}
        hint={t('campaigns.year-hint')}
        required
        value={year()}
        error={open.problem()?.errorOf('toYear')}
        onInput={setYear}
      />
      <div class="row">
        <Button
          kind="primary"
          busy={open.isBusy()}
          disabled={request() === undefined}
          onClick={() => void send()}
        >
          {isAmendment() ? t('campaigns.act-open-amendment') : t('campaigns.act-open-draft')}
        </Button>
      </div>
    </>
  );
  return (
    <div class="stack">
      <Refusal problem={open.problem()} />
      <SourceField campaigns={props.campaigns} value={source()} onChoose={choose} />
      <Show when={source() === blankSource} fallback={<FromSource />}>
        <BlankDraftForm
          year={nextYear(props.campaigns, thisYear())}
          issuer={props.issuer ?? ''}
          onOpened={props.onOpened}
        />
      </Show>
    </div>
  );
};

/** 新建: from a template or from a version, for its own year or another. */
export const NewDraftDialog = (props: Props) => (
  <Dialog open={props.open} title={t('campaigns.act-new')} onClose={() => props.onClose()}>
    <NewDraftForm {...props} />
  </Dialog>
);
