/**
 * One numbered change of a database: raw SQL only, safe to run again (`if not exists`), and its
 * way back. An `alter table … add column` is left out by the runner where the column exists.
 */
export type Migration = {
  readonly id: string;
  readonly up: readonly string[];
  readonly down: readonly string[];
};

export type DatabaseKind = 'tenant' | 'control' | 'sealed';
