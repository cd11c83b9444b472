import { dayAt, yearOf } from '#plugins/sdk/dates/days.ts';
import type { Paper, PaperSubject, TakeNumber } from '#schema/contracts/papers.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import { mayReadEntry } from '#workers/modules/registers/index.ts';
import { mayReadSubmission, postOf } from '#workers/modules/submissions/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { chooseNumber, seriesOf, toPaper } from '../papers.domain.ts';
import type { SeriesOfIssuer } from '../papers.domain.ts';
import { papersErrors } from '../papers.errors.ts';
import { findPaper, insertNext, insertTyped } from '../papers.repository.ts';

type Request = {
  context: TenantContext;
  input: TakeNumber & { requestKey?: RequestKey | undefined };
};

const place = 'paper_numbers.prefix, paper_numbers.year, paper_numbers.number';

/** 取号 for a signed business paper, or 登记文号 of an official one that the office numbered. */
export async function takeNumber({ context, input }: Request): Promise<Paper> {
  assertCan(context.actor, 'papers.number', {});
  const found = await findSeries(context, input);
  if (input.signedOn > dayAt(context.clock.now())) throw papersErrors['papers.signed_later']();
  await assertSubject(context, input.subject);
  const id = context.ids.next('ppr');
  const { id: kept } = await commitAnswer(
    context.writer,
    {
      steps: stepsOf(context, { input, found, id }),
      audit: {
        action: 'paper.make',
        actor: { kind: 'person', id: context.actor.personId },
        subjectKind: 'paper',
        subjectId: id,
        at: context.clock.now(),
        facts: {
          series: found.series.prefix,
          issuer: found.issuer.title,
          signedOn: input.signedOn,
          subject: input.subject.kind,
        },
      },
    },
    {
      answer: { id },
      requestKey: input.requestKey,
      constraints: { [place]: papersErrors['papers.number_taken'] },
    },
  );
  const row = await findPaper(context.db, kept);
  if (row === undefined) throw new Error('a number that was just given is not on record');
  return toPaper(row);
}

async function findSeries(context: TenantContext, input: TakeNumber): Promise<SeriesOfIssuer> {
  const row = await findCampaignRow(context.db, input.campaign);
  const version = row && (await loadVersion(context.db, row.currentHash));
  const found =
    version && seriesOf(version.campaign).find(({ series }) => series.key === input.series);
  if (found === undefined) throw papersErrors['papers.unknown_series']();
  return found;
}

async function assertSubject(context: TenantContext, subject: PaperSubject): Promise<void> {
  if (subject.kind === 'other') return;
  const place = { subjectKind: subject.kind, subjectId: subject.id, slot: 'paper' };
  const mayRead = subject.kind === 'submission' ? mayReadSubmission : mayReadEntry;
  if (!(await mayRead(context, place))) throw papersErrors['papers.unknown_subject']();
}

function stepsOf(
  context: TenantContext,
  { input, found, id }: { input: TakeNumber; found: SeriesOfIssuer; id: string },
): Step[] {
  const { series, issuer } = found;
  const choice = chooseNumber(series, { signedOn: input.signedOn, typed: input.number });
  const row = {
    id,
    prefix: series.prefix,
    year: yearOf(input.signedOn),
    class: series.class,
    issuerKey: issuer.key,
    issuerTitle: issuer.title,
    seriesTitle: series.title,
    title: input.title,
    subjectKind: input.subject.kind,
    subjectId: input.subject.kind === 'other' ? null : input.subject.id,
    signedOn: input.signedOn,
    signerPost: input.signerPost,
    takenBy: context.actor.personId,
    takenByPost: postOf(context.actor),
    takenAt: context.clock.now(),
    voidReason: null,
    voidedBy: null,
    voidedByPost: null,
    voidedAt: null,
    version: 1,
  };
  switch (choice.status) {
    case 'next':
      return insertNext(row);
    case 'typed':
      return insertTyped({ ...row, number: choice.number });
    case 'refused':
      throw choice.reason === 'number_of_another_series'
        ? papersErrors['papers.number_of_another_series']({ values: { example: choice.example } })
        : papersErrors[`papers.${choice.reason}`]();
  }
}
