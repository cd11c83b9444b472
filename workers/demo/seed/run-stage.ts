import type { Writer } from '#workers/platform/database/change.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { demoActor } from './demo-tenant.ts';
import { enterStage } from './ledger.repository.ts';

export type Ledgered = { readonly db: Database; readonly writer: Writer };

/** Brings one part of a demo in, once: a stage that broke off is taken up again. */
export async function runStage(
  { writer }: Ledgered,
  input: { stage: string; done: ReadonlySet<string>; at: number },
  work: () => Promise<Readonly<Record<string, number>>>,
): Promise<void> {
  const { stage, done, at } = input;
  if (done.has(stage)) return;
  const facts = await work();
  await commitOrThrow(writer, {
    steps: [enterStage(stage)],
    audit: {
      action: 'demo.seed',
      actor: demoActor,
      subjectKind: 'demo',
      subjectId: stage,
      at,
      facts,
    },
  });
}
