import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Transition, Workflow } from '#schema/contracts/campaign/workflow.ts';
import {
  nameOf,
  words,
  type CampaignProblem,
  type CampaignRule,
  type Severity,
  type Wording,
} from '../problem.ts';

type Handled = Register & { workflow: Workflow };

const handled = (campaign: Campaign): Handled[] =>
  campaign.registers.filter((each): each is Handled => each.workflow !== undefined);

function problem(
  { clause, key }: Register,
  place: string,
  code: string,
  [message, mend]: [Wording, Wording],
  severity: Severity = 'error',
): CampaignProblem {
  const path = `registers/${key}/${place}`;
  return { severity, code: `registers.${code}`, path, clause, message, mend };
}

/** Every state that can be come to by steps from those given. */
function reach(from: readonly string[], steps: readonly { at: string[]; to: string[] }[]) {
  const found = new Set(from);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { at, to } of steps) {
      if (at.some((state) => found.has(state))) for (const state of to) found.add(state);
    }
  }
  return found;
}

const onward = ({ from, to }: Transition) => ({ at: from, to: [to] });
const backward = ({ from, to }: Transition) => ({ at: [to], to: from });

/** Steps lead from states that are there to states that are there. */
export const workflowStates: CampaignRule = (campaign) =>
  handled(campaign).flatMap((register) => {
    const { start, states, transitions } = register.workflow;
    const known = new Set(states.map(({ key }) => key));
    const uses = [
      { place: 'workflow/start', state: start },
      ...transitions.flatMap(({ key, from, to }) =>
        [...from, to].map((state) => ({ place: `workflow/${key}`, state })),
      ),
      ...(register.visibility?.embargo?.until ?? []).map((state) => ({
        place: 'visibility/embargo',
        state,
      })),
    ];
    return uses
      .filter(({ state }) => !known.has(state))
      .map(({ place, state }) =>
        problem(register, place, 'unknown-state', [
          words(`办理环节中没有“${state}”`, `The workflow has no state “${state}”`),
          words('请改为已有的环节', 'Name a state of this workflow'),
        ]),
      );
  });

/** A state that nothing leads to, and one that nothing ends. */
export const workflowReach: CampaignRule = (campaign) =>
  handled(campaign).flatMap((register) => {
    const { start, states, transitions } = register.workflow;
    const reached = reach([start], transitions.map(onward));
    const ends = states.filter((state) => state.ends).map(({ key }) => key);
    const ending = reach(ends, transitions.map(backward));
    return states.flatMap((state) => {
      const place = `workflow/${state.key}`;
      const unreached = problem(register, place, 'state-unreachable', [
        words(`“${nameOf(state)}”没有任何步骤可以到达`, `No step leads to “${nameOf(state)}”`),
        words('请补上到达它的步骤，或删去', 'Add a step that leads there, or take it out'),
      ]);
      const endless = problem(register, place, 'state-without-end', [
        words(
          `“${nameOf(state)}”之后无法办结或销号`,
          `From “${nameOf(state)}” nothing ever leads to an end`,
        ),
        words('请补上离开它的步骤', 'Add a step that leads out of it'),
      ]);
      return [
        ...(reached.has(state.key) ? [] : [unreached]),
        ...(ending.has(state.key) ? [] : [endless]),
      ];
    });
  });

/** Nobody closes what he filed: a step to 销号 or 办结 belongs to somebody else. */
export const closedByFiler: CampaignRule = (campaign) =>
  handled(campaign).flatMap((register) => {
    const { states, transitions } = register.workflow;
    const closed = new Set(states.filter(({ ends }) => ends === 'closed').map(({ key }) => key));
    return transitions
      .filter(({ to, guards }) => {
        const kinds = (guards ?? []).map(({ kind }) => kind);
        return closed.has(to) && !kinds.includes('not-filer');
      })
      .map((step) =>
        problem(
          register,
          `workflow/${step.key}`,
          'closed-by-filer',
          [
            words(
              `“${nameOf(step)}”没有规定“谁申请谁不得审批”`,
              `“${nameOf(step)}” lets the one who filed it close it`,
            ),
            words(
              '请加上“本人不得办理”的限制',
              'Add the guard that the filer may not take this step',
            ),
          ],
          step.by.includes('unit') ? 'error' : 'warning',
        ),
      );
  });

/** What a step needs is there: fields, links and clocks. */
export const stepNeeds: CampaignRule = (campaign) =>
  handled(campaign).flatMap((register) => {
    const form = campaign.forms.find(({ key }) => key === register.form);
    const fields = new Set((form?.fields ?? []).map(({ key }) => key));
    const links = new Set((register.links ?? []).map(({ key }) => key));
    const clocks = new Set((register.clocks ?? []).map(({ key }) => key));
    return register.workflow.transitions.flatMap((step) => {
      const missing = [
        ...(step.needs ?? []).filter((key) => !fields.has(key)),
        ...(step.guards ?? []).flatMap((guard) => {
          if (guard.kind === 'linked-entry') return links.has(guard.link) ? [] : [guard.link];
          if (guard.kind === 'before-expiry') return clocks.has(guard.clock) ? [] : [guard.clock];
          return [];
        }),
      ];
      return missing.map((key) =>
        problem(register, `workflow/${step.key}`, 'step-needs-nothing-known', [
          words(
            `“${nameOf(step)}”要求的“${key}”不存在`,
            `“${nameOf(step)}” asks for “${key}”, which is not there`,
          ),
          words('请改为台账中已有的项、关联或时限', 'Name a field, link or clock of this register'),
        ]),
      );
    });
  });

/** A master row closes with its instances, so they need states to close in. */
export const masterCloses: CampaignRule = (campaign) =>
  campaign.registers
    .filter(
      ({ master, workflow }) => master && !workflow?.states.some(({ ends }) => ends === 'closed'),
    )
    .map((register) =>
      problem(register, 'master', 'master-never-closes', [
        words(
          '母清单没有销号环节，无法逐项销号',
          'No row of the master list can ever be struck off',
        ),
        words('请为台账设置带“销号”的办理环节', 'Give the register a workflow with a closed state'),
      ]),
    );
