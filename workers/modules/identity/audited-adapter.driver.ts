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

function createOperations(input: AdapterInput) {
  return { ...createReads(input.db), ...createWrites(input) };
}

function createReads(db: Database) {
  return {
    findOne: async <Row>(request: { model: string; where: CleanedWhere[] }) => {
      const row = await findFirst(db, request);
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

type Target = { model: string; where: CleanedWhere[] };

function createWrites(input: AdapterInput) {
  const { db } = input;
  const change = async (target: Target, update: AuthRow): Promise<AuthRow | undefined> => {
    const known = await findFirst(db, target);
    if (!known) return undefined;
    const model = modelOf(target.model);
    const statement = updateRows(model, target.where, update);
    const done = await commit(input, { model, operation: 'update', row: known, statement });
    return done ? { ...known, ...update } : undefined;
  };
  const remove = async (target: Target): Promise<boolean> => {
    const known = await findFirst(db, target);
    if (!known) return false;
    const model = modelOf(target.model);
    const statement = deleteRows(model, target.where);
    return commit(input, { model, operation: 'delete', row: known, statement });
  };
  const countOf = (target: Target) =>
    countRows(db, { model: modelOf(target.model), where: target.where });
  return {
    create: async <Row extends AuthRow>(request: { model: string; data: Row }) => {
      const model = modelOf(request.model);
      const statement = insertRow(model, request.data);
      const write = { model, operation: 'create' as const, row: request.data, statement };
      if (!(await commit(input, write))) throw new Error(`Better Auth's ${model} was refused`);
      return request.data;
    },
    update: async <Row>({ update, ...target }: Target & { update: Row }) => {
      const row = await change(target, changeOf(update));
      return row ? rowOf<Row>(row) : null;
    },
    updateMany: async ({ update, ...target }: Target & { update: AuthRow }) => {
      const total = await countOf(target);
      return (await change(target, update)) ? total : 0;
    },
    delete: async (target: Target) => void (await remove(target)),
    deleteMany: async (target: Target) => {
      const total = await countOf(target);
      return (await remove(target)) ? total : 0;
    },
  };
}

type AuthWrite = {
  readonly model: AuthModel;
  readonly operation: Operation;
  readonly row: AuthRow;
  readonly statement: Statement;
};

async function commit({ writer, clock }: AdapterInput, write: AuthWrite): Promise<boolean> {
  const { model, operation, row, statement } = write;
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
}

async function findFirst(db: Database, target: Target): Promise<AuthRow | undefined> {
  const [row] = await readRows(db, { model: modelOf(target.model), where: target.where, limit: 1 });
  return row;
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
