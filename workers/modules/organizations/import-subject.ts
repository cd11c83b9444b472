import type { ImportAbout, ImportSubject, OpenImport } from '#schema/contracts/imports.ts';
import type { Permission } from '#schema/contracts/permission.ts';
import type { TenantEnv, TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { SecretBox } from '#workers/platform/crypto/secret-box.driver.ts';
import type { OutboxEventDraft, Step } from '#workers/platform/database/change.ts';
import type { FileRow } from './import-rows.domain.ts';
import type { CheckedRow, StoredImport, StoredImportRow } from './imports.repository.ts';

export type ImportingContext = Pick<
  TenantJobContext,
  'db' | 'writer' | 'clock' | 'ids' | 'tenant'
> & {
  /** Closes what is personal before it is kept. */
  readonly box: SecretBox;
};

/** A tenant's host, with the box that its messages use too. */
export type BoxEnv = {
  Variables: TenantEnv['Variables'] & { messaging: { readonly box: SecretBox } };
};

export type Taking = {
  readonly steps: readonly Step[];
  /** Rows that cannot be taken any more, since something changed after the check. */
  readonly refused: readonly number[];
};

/** What is imported: how its rows are checked, and what taking them writes. */
export type ImportRules = {
  readonly subject: ImportSubject;
  readonly permission: Permission;
  readonly rowsAChange: number;
  check(
    context: ImportingContext,
    job: StoredImport,
    rows: readonly FileRow[],
  ): Promise<{ readonly rows: readonly CheckedRow[]; readonly bookVersion: number }>;
  take(
    context: ImportingContext,
    job: StoredImport,
    rows: readonly StoredImportRow[],
  ): Promise<Taking>;
  /** Refuses what cannot be imported at all before any row is sent; says what the file is about. */
  admit?(context: ImportingContext, input: OpenImport): Promise<ImportAbout>;
  /** Codes of what `admit` throws. */
  readonly refusals?: readonly string[];
  /** Once, with the last change. */
  finish(
    context: ImportingContext,
    job: StoredImport,
  ): Promise<{ readonly steps: readonly Step[]; readonly events: readonly OutboxEventDraft[] }>;
  /** Days after which an import that was left before it was taken is dropped by itself. */
  readonly daysLeft?: number;
  /** Whether nobody else may send, check or take what somebody began, since he is who asked for it. */
  readonly ownOnly: boolean;
  /** Whether the rows speak of persons: they are emptied once the import is done or dropped. */
  readonly forgets: boolean;
};
