import { institutions, options } from '#plugins/sdk/define.ts';
import type { RegisterNode } from '#plugins/sdk/define.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { problemsRegister, registersCampaign, wallRegister } from './registers.fixtures.ts';

/** No 申请延期, no 12345, 60 days from the record instead of a day that the unit names. */
function shorter(): RegisterNode {
  const { workflow, clocks, ...rest } = problemsRegister;
  if (workflow === undefined) throw new Error('problems have a workflow');
  const gone = 'extension-asked';
  return {
    ...rest,
    channels: options({
      'self-check': { zh: '自查', en: 'Self-check' },
      inspection: { zh: '巡察', en: 'Inspection' },
    }),
    clocks: (clocks ?? []).map((each) => ({
      ...each,
      rule: { zh: '新版整改期限 60日', en: 'New term, 60 days' },
      term: { kind: 'days', days: 60, unit: 'natural' },
    })),
    workflow: {
      ...workflow,
      states: workflow.states.filter(({ key }) => key !== gone),
      transitions: workflow.transitions
        .filter(({ to }) => to !== gone)
        .map((each) => ({ ...each, from: each.from.filter((from) => from !== gone) }))
        .filter(({ from }) => from.length > 0),
    },
  };
}

/** The second issue: persons are not named any more, 收费 is no kind, and a measure is gone. */
export function amendedRegisters(): Campaign {
  const rows = wallRegister.master?.rows.slice(0, 1) ?? [];
  const wall: RegisterNode = { ...wallRegister, master: { audience: institutions(), rows } };
  const campaign = registersCampaign({ registers: [shorter(), wall] });
  const forms = campaign.forms.map((form) => ({
    ...form,
    fields: form.fields
      .filter(({ key }) => key !== 'who')
      .map((field) =>
        field.kind === 'choice' && field.key === 'kind'
          ? { ...field, options: field.options.filter(({ key }) => key !== 'fees') }
          : field,
      )
      .map((field) => (field.key === 'done' ? { ...field, label: '落实与成效' } : field)),
  }));
  return { ...campaign, forms };
}
