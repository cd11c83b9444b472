import { filingClauseKinds, type ClauseKind } from '#schema/contracts/campaign/clause.ts';
import { words, type CampaignRule } from '../problem.ts';

const kindNames: Record<ClauseKind, { zh: string; en: string }> = {
  principle: words('原则要求', 'a principle'),
  routine: words('常态化工作', 'routine work'),
  task: words('工作任务', 'a task'),
  target: words('数字指标', 'a target'),
  accountability: words('责任追究', 'accountability'),
  basis: words('依据', 'a basis'),
};

/** A register may record what accountability leads to; principles and bases carry nothing. */
const registerKinds: readonly ClauseKind[] = [...filingClauseKinds, 'accountability'];

/** A principle asks for no filing: nothing hangs on a clause whose kind cannot carry it. */
export const silentClause: CampaignRule = (campaign) => {
  const kinds = new Map(campaign.clauses.map(({ key, kind }) => [key, kind]));
  const hung = [
    ...campaign.tasks.map((each) => ({ ...each, part: 'tasks', allowed: filingClauseKinds })),
    ...campaign.registers.map((each) => ({ ...each, part: 'registers', allowed: registerKinds })),
    ...campaign.indicators.map((each) => ({ ...each, part: 'indicators', allowed: registerKinds })),
  ];
  return hung.flatMap(({ part, key, clause, allowed }) => {
    const kind = clause === undefined ? undefined : kinds.get(clause);
    if (clause === undefined || kind === undefined || allowed.includes(kind)) return [];
    return [
      {
        severity: 'error' as const,
        code: 'clauses.carries-nothing',
        path: `${part}/${key}/clause`,
        clause,
        message: words(
          `该条款为“${kindNames[kind].zh}”，不应要求报送`,
          `This clause is ${kindNames[kind].en} and asks for nothing`,
        ),
        mend: words(
          '请移到工作任务、常态化工作或数字指标条款下，或改正条款类别',
          'Hang it on a task, routine or target clause, or correct the kind of the clause',
        ),
      },
    ];
  });
};
