/**
 * What opens the server's files or memory to SQL. SQLite takes a table-valued function's name in
 * any quotes, the single ones included, so the words are refused wherever they stand in the text.
 */
export const REFUSED_NAMES = [
  'readfile',
  'writefile',
  'fsdir',
  'load_extension',
  'attach',
  'carray',
  'fts3_tokenizer',
  'sqlite_dbpage',
] as const;

const refused = new RegExp(`\\b(?:${REFUSED_NAMES.join('|')})\\b`, 'i');

export class RefusedSqlError extends Error {
  override readonly name = 'RefusedSqlError';
}

/** Throws when SQL text names something that reaches outside the database. */
export function assertPermittedSql(sql: string): void {
  const found = refused.exec(sql);
  if (found) throw new RefusedSqlError(`SQL may not name ${found[0].toLowerCase()}`);
}

const CHANGES_OR_READS = /^\s*(?:insert|update|delete|replace|with|select|create|drop)\b/i;

/** Throws when a statement of a change could end the transaction that it shares with others. */
export function assertChangeSql(sql: string): void {
  assertPermittedSql(sql);
  if (!CHANGES_OR_READS.test(sql)) throw new RefusedSqlError('a change may only change or read');
}
