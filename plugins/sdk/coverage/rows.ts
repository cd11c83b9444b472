import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Clause, ClauseKind } from '#schema/contracts/campaign/clause.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import { laterConstructs, type Carrier, type Coverage } from './coverage.ts';
import { carriedByCampaign, saidOfClause } from './hanging.ts';

const kindNames: Record<ClauseKind, string> = {
  principle: '原则要求',
  routine: '常态化工作',
  task: '工作任务',
  target: '数字指标',
  accountability: '责任追究',
  basis: '依据',
};
/** Kinds that may stand with nothing: they ask for nothing. */
const askingNothing: readonly ClauseKind[] = ['principle', 'basis'];

export type CoverageRow = {
  clause: Clause;
  kind: string;
  /** What carries it; never empty in a sound edition. */
  carriers: string[];
};

type Titled = { key: string; title: Campaign['forms'][number]['title'] };

const titleOf = (list: readonly Titled[], key: string): string => {
  const found = list.find((each) => each.key === key);
  return found ? textIn(found.title, 'zh-CN').value : key;
};

const inBrackets = (what: string | undefined) => (what === undefined ? '' : `（${what}）`);

function carrierWords(campaign: Campaign, carrier: Carrier): string {
  switch (carrier.by) {
    case 'form':
      return `填表：${titleOf(campaign.forms, carrier.form)}${inBrackets(carrier.what)}`;
    case 'register':
      return `并入台账：${titleOf(campaign.registers, carrier.register)}${inBrackets(carrier.what)}`;
    case 'import':
      return `由${carrier.system}导入，不填报：${carrier.what}`;
    case 'office':
      return carrier.words;
    case 'later':
      return `待建：${laterConstructs[carrier.construct]}（${carrier.what}）`;
    case 'nothing':
      return `不报送：${carrier.reason}`;
    case 'remark':
      return carrier.words;
  }
}

/** A heading has clauses of its own and says nothing beside its title. */
function restingWords(campaign: Campaign, { key, kind }: Clause): string[] {
  if (!askingNothing.includes(kind)) return [];
  return campaign.clauses.some(({ parent }) => parent === key) ? ['标题'] : ['不报送'];
}

/** Every clause of an edition with its kind and what carries it, in the order of the document. */
export function describeCoverage(campaign: Campaign, coverage: Coverage): CoverageRow[] {
  return campaign.clauses.map((clause) => {
    const own = coverage.carriers[clause.key] ?? [];
    const carried = [
      ...carriedByCampaign(campaign, clause),
      ...own.map((carrier) => carrierWords(campaign, carrier)),
    ];
    const resting = carried.length === 0 ? restingWords(campaign, clause) : [];
    return {
      clause,
      kind: kindNames[clause.kind],
      carriers: [...resting, ...carried, ...saidOfClause(campaign, clause)],
    };
  });
}

function unknownCarriers(campaign: Campaign, key: string, carriers: readonly Carrier[]): string[] {
  const asked = new Set([
    ...campaign.tasks.map(({ form }) => form),
    ...campaign.registers.map(({ form }) => form),
  ]);
  return carriers.flatMap((carrier) => {
    if (carrier.by === 'form' && !asked.has(carrier.form)) {
      return [`${key}：报表“${carrier.form}”不在任何任务或台账中`];
    }
    const isUnknown =
      carrier.by === 'register' &&
      campaign.registers.every((register) => register.key !== carrier.register);
    return isUnknown ? [`${key}：没有台账“${carrier.register}”`] : [];
  });
}

/** Clauses that nothing carries, carriers of nothing, and carriers that are not there. */
export function findUncarried(campaign: Campaign, coverage: Coverage): string[] {
  const clauses = new Map(campaign.clauses.map((clause) => [clause.key, clause]));
  const entries = Object.entries(coverage.carriers);
  return [
    ...campaign.clauses.flatMap((clause) => {
      if (askingNothing.includes(clause.kind)) return [];
      const own = coverage.carriers[clause.key] ?? [];
      const carrying = own.filter(({ by }) => by !== 'remark');
      const hanging = carriedByCampaign(campaign, clause);
      const label = `${clause.number} ${clause.key}（${kindNames[clause.kind]}）`;
      if (carrying.length === 0 && hanging.length === 0) return [`${label}：没有说明由什么承载`];
      const isDenied = carrying.some(({ by }) => by === 'nothing');
      return isDenied && carrying.length + hanging.length > 1
        ? [`${label}：既说不报送，又有承载`]
        : [];
    }),
    ...entries.filter(([key]) => !clauses.has(key)).map(([key]) => `${key}：没有这一条款`),
    ...entries.flatMap(([key, carriers]) => unknownCarriers(campaign, key, carriers)),
  ];
}
