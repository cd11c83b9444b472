import type { Context } from 'hono';
import { platformErrors } from './platform.errors.ts';

/** The ETag of a record's version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

export function setETag(c: Context, version: number): void {
  c.header('etag', etagOf(version));
}

/** The version the caller saw, from `If-Match`; 428 when missing, 400 when it is no ETag of ours. */
export function requireIfMatch(c: Context): number {
  const header = c.req.header('if-match');
  if (header === undefined) throw platformErrors['platform.precondition_required']();
  const version = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw platformErrors['platform.invalid_precondition']();
  return Number(version);
}

/** What is decided is decided about what the person has seen, and about nothing newer. */
export function assertSeen({ version }: { version: number }, seenVersion: number): void {
  if (version === seenVersion) return;
  const headers = { etag: etagOf(version) };
  throw platformErrors['platform.stale_version']({ extras: { currentVersion: version }, headers });
}
