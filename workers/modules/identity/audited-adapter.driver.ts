import { createAdapterFactory } from 'better-auth/adapters';
import type { CleanedWhere } from 'better-auth/adapters';
import type { AuditAction } from '#schema/contracts/audit.ts';
import type { Clock } from '#workers/platform/clock.ts';
import type { Writer } from '#workers/platform/database/change.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import type { Statement } from '#workers/platform/database/statement.ts';
import {
  countRows,
  deleteRows,
  insertRow,
  isAuthModel,
  readRows,
  updateRows,
} from './auth-records.repository.ts';
import type { AuthModel, AuthRow } from './auth-records.repository.ts';

type Operation = 'create' | 'update' | 'delete';

/** What each write of Better Auth is in the audit; what has no name here is refused. */
export const auditedWrites: Readonly<Record<AuthModel, Partial<Record<Operation, AuditAction>>>> = {
  user: { create: 'person.create', update: 'person.update' },
  session: { create: 'session.create', update: 'session.refresh', delete: 'session.revoke' },
  account: {
    create: 'credential.create',
    update: 'credential.update',
    delete: 'credential.delete',
  },
  verification: {
    create: 'verification.create',
    update: 'verification.update',
    delete: 'verification.delete',
  },
};

type AdapterInput = { readonly db: Database; readonly writer: Writer; readonly clock: Clock };

/** Better Auth's door to the database: reads by the request's handle, writes as audited changes. */
export function createAuditedAdapter(input: AdapterInput) {
  return createAdapterFactory({
    config: {
      adapterId: 'qingfeng',
      adapterName: 'Audited libSQL',
      supportsNumericIds: false,
      supportsDates: true,
      supportsBooleans: true,
      transaction: false,
    },
    adapter: () => createOperations(input),
  });
}

function createOperations({ db, writer, clock }: AdapterInput) {
  const write = async (
    model: AuthModel,
    operation: Operation,
    row: AuthRow,
    statement: Statement,
  ) => {
    const action = auditedWrites[model][operation];
    if (!action) throw new Error(`Better Auth may not ${operation} ${model}`);
    const outcome = await writer.commit({
      steps: [{ statement, expectRows: 'some' }],
      audit: {
        action,
        actor: { kind: 'person', id: ownerOf(model, row) },
        subjectKind: model,
        subjectId: String(row['id']),
        at: clock.now(),
        facts: {},
      },
    });
    return outcome.status === 'committed';
  };
  const findOne = async (name: string, where: CleanedWhere[]) =>
    (await readRows(db, { model: modelOf(name), where, limit: 1 }))[0];

  return {
    create: async <Row extends AuthRow>(request: { model: string; data: Row }) => {
      const model = modelOf(request.model);
      const done = await write(model, 'create', request.data, insertRow(model, request.data));
      if (!done) throw new Error(`Better Auth's ${model} was refused`);
      return request.data;
    },
    update: async <Row>(request: { model: string; where: CleanedWhere[]; update: Row }) => {
      const known = await findOne(request.model, request.where);
      if (!known) return null;
      const model = modelOf(request.model);
      const change = changeOf(request.update);
      const done = await write(model, 'update', known, updateRows(model, request.where, change));
      return done ? rowOf<Row>({ ...known, ...change }) : null;
    },
    updateMany: async (request: { model: string; where: CleanedWhere[]; update: AuthRow }) => {
      const model = modelOf(request.model);
      const total = await countRows(db, { model, where: request.where });
      const known = await findOne(request.model, request.where);
      if (!known) return 0;
      const statement = updateRows(model, request.where, request.update);
      return (await write(model, 'update', known, statement)) ? total : 0;
    },
    delete: async (request: { model: string; where: CleanedWhere[] }) => {
      const known = await findOne(request.model, request.where);
      if (!known) return;
      const model = modelOf(request.model);
      await write(model, 'delete', known, deleteRows(model, request.where));
    },
    deleteMany: async (request: { model: string; where: CleanedWhere[] }) => {
      const model = modelOf(request.model);
      const total = await countRows(db, { model, where: request.where });
      const known = await findOne(request.model, request.where);
      if (!known) return 0;
      return (await write(model, 'delete', known, deleteRows(model, request.where))) ? total : 0;
    },
    findOne: async <Row>(request: { model: string; where: CleanedWhere[] }) => {
      const row = await findOne(request.model, request.where);
      return row ? rowOf<Row>(row) : null;
    },
    findMany: async <Row>(request: {
      model: string;
      where?: CleanedWhere[];
      limit: number;
      sortBy?: { field: string; direction: 'asc' | 'desc' };
      offset?: number;
    }) => {
      const rows = await readRows(db, { ...request, model: modelOf(request.model) });
      return rows.map((row) => rowOf<Row>(row));
    },
    count: (request: { model: string; where?: CleanedWhere[] }) =>
      countRows(db, { model: modelOf(request.model), where: request.where }),
  };
}

function modelOf(name: string): AuthModel {
  if (!isAuthModel(name)) throw new Error(`Better Auth asks for an unknown model: ${name}`);
  return name;
}

function ownerOf(model: AuthModel, row: AuthRow): string | null {
  const owner = model === 'user' ? row['id'] : row['userId'];
  return typeof owner === 'string' ? owner : null;
}

/** Better Auth names the shape it wants; the row was read with all the model's columns. */
function rowOf<Row>(row: AuthRow): Row {
  return row as Row;
}

/** Better Auth hands an object of column values; its type parameter says no more. */
function changeOf(update: unknown): AuthRow {
  return update as AuthRow;
}
