import * as v from 'valibot';
import { holds } from '#schema/contracts/permission.ts';
import type { EntryList } from '#schema/contracts/registers.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import {
  countEntries,
  entryKeyOf,
  entryPageQuery,
  keyLengthOf,
} from '../entry-lists.repository.ts';
import type { EntryFilter } from '../entry-lists.repository.ts';
import { readRangeOf, seesEmbargoed } from '../registers.domain.ts';
import { registersErrors } from '../registers.errors.ts';
import { toRegisterView, toSummary } from './entry-views.ts';
import { listedIn, loadDefinition, pinnedToEach } from './load-definition.ts';
import { seenOf } from './load-entry.ts';

const keySchema = v.array(v.union([v.number(), v.string()]));

export type ListInput = {
  register: string;
  state?: string | undefined;
  organization?: string | undefined;
  row?: string | undefined;
  overdue?: boolean;
  open?: boolean;
  awaiting?: EntryFilter['awaiting'];
  field?: string | undefined;
  value?: string | undefined;
  /** A listed field, by whose answers the list is sorted. */
  sort?: string | undefined;
  descending?: boolean;
  number?: number | undefined;
  cursor?: string | undefined;
  limit?: string | undefined;
};

/** The entries of a register in the reader's range: in official unit order, or the longest overdue first. */
export async function listEntries(request: {
  context: TenantContext;
  input: ListInput;
}): Promise<EntryList> {
  const { context, input } = request;
  const { actor, db } = context;
  assertHolds(actor, 'registers.read');
  const definition = await loadDefinition(db, input.register);
  const listed = await listedIn(db, definition);
  const { limit, after } = pageRequestOf(input, keySchema);
  const seen = seenOf(context);
  const filter: EntryFilter = {
    register: input.register,
    range: readRangeOf(actor, definition.register),
    embargo: seesEmbargoed(actor),
    state: input.state,
    organizationId: input.organization,
    row: input.row,
    overdueOn: input.overdue ? seen.today : undefined,
    open: input.open,
    awaiting: input.awaiting,
    number: input.number,
    answer: answerOf(listed, input),
    sort: sortOf(listed, input),
  };
  if (after !== undefined && after.length !== keyLengthOf(filter)) {
    throw platformErrors['platform.invalid_cursor']();
  }
  const [found, total] = await Promise.all([
    entryPageQuery(db, filter, { after, limit: limit + 1 }),
    countEntries(db, filter),
  ]);
  const page = toPage(found, limit, (row) => entryKeyOf(filter, row));
  const ids = [...new Set(page.items.map((each) => each.organizationId))];
  const names = new Map((await findOrganizations(db, ids)).map(({ id, name }) => [id, name]));
  const hashes = page.items.map(({ versionHash }) => versionHash);
  const definitionOf = await pinnedToEach(db, definition, hashes);
  const rows = page.items.map((row) =>
    toSummary(definitionOf(row.versionHash), row, {
      ...seen,
      organizationName: names.get(row.organizationId) ?? '',
    }),
  );
  return {
    asOf: context.clock.now(),
    register: { ...toRegisterView(definition, holds(actor, 'registers.record')), listed },
    total,
    rows,
    ...(page.nextCursor === null ? {} : { next: page.nextCursor }),
  };
}

function answerOf(
  listed: readonly string[],
  { field, value }: Pick<ListInput, 'field' | 'value'>,
): EntryFilter['answer'] {
  if (field === undefined || value === undefined) return undefined;
  assertListed(listed, field);
  return { field, value };
}

function sortOf(
  listed: readonly string[],
  { sort, descending = false }: Pick<ListInput, 'sort' | 'descending'>,
): EntryFilter['sort'] {
  if (sort === undefined) return undefined;
  assertListed(listed, sort);
  return { field: sort, isDescending: descending };
}

function assertListed(listed: readonly string[], field: string): void {
  if (!listed.includes(field)) throw registersErrors['registers.not_listed']();
}
