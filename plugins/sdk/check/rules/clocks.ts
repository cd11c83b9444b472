import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import { nameOf, words, type CampaignRule, type Wording } from '../problem.ts';

type Lack = { code: string; message: Wording; mend: Wording };

const lack = (code: string, message: Wording, mend: Wording): Lack => ({ code, message, mend });

const fieldOf = (campaign: Campaign, register: Register, key: string) =>
  campaign.forms
    .find((form) => form.key === register.form)
    ?.fields.find((each) => each.key === key);

function startOf(campaign: Campaign, register: Register, { starts, term }: Clock): Lack[] {
  const days = [
    ...(starts.on === 'field' ? [starts.field] : []),
    ...(term.kind === 'until' ? [term.field] : []),
  ];
  const steps = register.workflow?.transitions.map(({ key }) => key) ?? [];
  return [
    ...days
      .filter((key) => fieldOf(campaign, register, key)?.kind !== 'date')
      .map((key) =>
        lack(
          'registers.clock-without-day',
          words(`“${key}”不是登记表中的日期`, `“${key}” is no date of the form`),
          words('请改为登记表中的日期项', 'Name a date of the form'),
        ),
      ),
    ...(starts.on === 'transition' && !steps.includes(starts.transition)
      ? [
          lack(
            'registers.clock-never-starts',
            words('起算的步骤不存在，时限永不起算', 'The step that starts it is not there'),
            words('请改为已有的步骤', 'Name a step of the workflow'),
          ),
        ]
      : []),
  ];
}

function endOf(register: Register, { endsIn, stopsIn }: Clock): Lack[] {
  const states = new Set(register.workflow?.states.map(({ key }) => key));
  return [...endsIn, ...(stopsIn ?? [])]
    .filter((state) => !states.has(state))
    .map((state) =>
      lack(
        'registers.clock-unknown-state',
        words(`办理环节中没有“${state}”`, `The workflow has no state “${state}”`),
        words('请改为已有的环节', 'Name a state of the workflow'),
      ),
    );
}

/** The unit answers for an entry of its own; a named post must be named somewhere; an office exists. */
function ownerOf(campaign: Campaign, register: Register, { owner }: Clock): Lack[] {
  const form = campaign.forms.find(({ key }) => key === register.form);
  const isNamed = form?.fields.some(({ kind }) => kind === 'post' || kind === 'organization');
  const hasOwner =
    owner === 'unit' || (owner === 'office' ? register.office !== undefined : isNamed === true);
  return hasOwner
    ? []
    : [
        lack(
          'registers.clock-without-owner',
          words('没有人对这一时限负责', 'Nobody answers for this term'),
          words(
            '请在登记表中设责任岗位或责任单位，或写明主管科室',
            'Name the post or unit in the form, or the office of the register',
          ),
        ),
      ];
}

/** A term that starts, ends, and has somebody who answers for it. */
export const clockSense: CampaignRule = (campaign) =>
  campaign.registers.flatMap((register) =>
    (register.clocks ?? []).flatMap((clock) =>
      [
        ...startOf(campaign, register, clock),
        ...endOf(register, clock),
        ...ownerOf(campaign, register, clock),
      ].map(({ code, message, mend }) => ({
        severity: 'error' as const,
        code,
        path: `registers/${register.key}/clocks/${clock.key}`,
        clause: register.clause,
        message: words(`“${nameOf(clock)}”：${message.zh}`, `“${nameOf(clock)}”: ${message.en}`),
        mend,
      })),
    ),
  );
