import type { RollUpTable } from '#schema/contracts/roll-up.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { listRevisions } from '../submission-revisions.repository.ts';
import { taskOf } from '../summary.domain.ts';
import { loadSubmission } from './load-submission.ts';
import type { LoadedSubmission } from './load-submission.ts';
import { rollUpOf, rollUpRuleOf } from './roll-up-of.ts';

/** 汇总上报: the units below with their cells, the sums as of now, and what was filed last. */
export async function showRollUp(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<RollUpTable> {
  const { context, input } = request;
  const loaded = await loadSubmission(context, input.id, 'submissions.read');
  const rule = rollUpRuleOf(loaded);
  const [now, revisions] = await Promise.all([
    rollUpOf(context, loaded),
    listRevisions(context.db, input.id),
  ]);
  const [newest] = revisions;
  const { at: asOf, ...table } = now;
  const filed = newest?.rollUp;
  return {
    asOf,
    task: { key: rule.task, title: taskOf(loaded.version.campaign, rule.task).title },
    relation: rule.relation,
    fields: fieldsOf(loaded),
    ...table,
    ...(newest === undefined || !filed ? {} : { filed: { revision: newest.revision, ...filed } }),
  };
}

function fieldsOf(loaded: LoadedSubmission): RollUpTable['fields'] {
  return rollUpRuleOf(loaded).sums.map(({ field, by }) => {
    const own = loaded.form.fields.find(({ key }) => key === field);
    const unit = own !== undefined && 'unit' in own ? own.unit : undefined;
    return {
      field,
      label: own?.label ?? field,
      ...(typeof unit === 'string' ? { unit } : {}),
      by: by ?? 'sum',
      computed: own?.kind === 'computed',
    };
  });
}
