import { and, asc, eq, notExists, sql } from 'drizzle-orm';
import { paperNumbers } from '#schema/tables/tenant/papers.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { StoredPaper } from './papers.domain.ts';

type NewPaper = Omit<StoredPaper, 'number'>;

/**
 * One more than the highest ever given in its series and year, worked out in the commit itself: two
 * at once get two numbers, and a change that is refused leaves no gap.
 */
export function insertNext(row: NewPaper): Step[] {
  const { prefix, year } = row;
  const number = sql<number>`(select coalesce(max(number), 0) + 1 from paper_numbers
    where prefix = ${prefix} and year = ${year})`;
  return [
    { statement: toStatement(build.insert(paperNumbers).values({ ...row, number })) },
    onlyOneIssuer(row),
  ];
}

/** The number that the office gave an official paper. */
export function insertTyped(row: StoredPaper): Step[] {
  return [{ statement: toStatement(build.insert(paperNumbers).values(row)) }, onlyOneIssuer(row)];
}

/** Two bodies never number under one prefix, whichever campaigns name it. */
function onlyOneIssuer({ id, prefix, issuerKey }: NewPaper): Step {
  const others = build
    .select({ one: sql`1` })
    .from(sql`paper_numbers as other`)
    .where(sql`other.prefix = ${prefix} and other.issuer_key <> ${issuerKey}`);
  const query = build
    .update(paperNumbers)
    .set({ version: sql`${paperNumbers.version}` })
    .where(and(eq(paperNumbers.id, id), notExists(others)));
  return {
    statement: toStatement(query),
    expectRows: 1,
    otherwise: 'papers.prefix_of_another_issuer',
  };
}

export async function findPaper(db: TenantDatabase, id: string): Promise<StoredPaper | undefined> {
  const [row] = await db.select().from(paperNumbers).where(eq(paperNumbers.id, id));
  return row;
}

export function listPapers(
  db: TenantDatabase,
  { prefix, year }: { prefix: string; year: number },
): Promise<StoredPaper[]> {
  return db
    .select()
    .from(paperNumbers)
    .where(and(eq(paperNumbers.prefix, prefix), eq(paperNumbers.year, year)))
    .orderBy(asc(paperNumbers.number));
}

/** Which series have numbers in which years. */
export function listYears(db: TenantDatabase): Promise<{ prefix: string; year: number }[]> {
  return db
    .selectDistinct({ prefix: paperNumbers.prefix, year: paperNumbers.year })
    .from(paperNumbers)
    .orderBy(asc(paperNumbers.prefix), asc(paperNumbers.year));
}

type Voiding = Pick<StoredPaper, 'voidReason' | 'voidedBy' | 'voidedByPost' | 'voidedAt'>;

export function voidPaper(paper: Pick<StoredPaper, 'id' | 'version'>, voiding: Voiding): Step {
  const query = build
    .update(paperNumbers)
    .set({ ...voiding, version: paper.version + 1 })
    .where(and(eq(paperNumbers.id, paper.id), eq(paperNumbers.version, paper.version)));
  return { statement: toStatement(query), expectRows: 1 };
}
