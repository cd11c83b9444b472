import type { PackProblem } from '#plugins/sdk/packs/problem.ts';
import { readPack } from '#plugins/sdk/packs/read-pack.ts';
import type { Draft } from '#schema/contracts/campaigns.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import type { Locale } from '#workers/platform/http/locale.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { postOf } from './commit-draft.ts';
import { importDraft } from './import-draft.ts';
import { showDraft } from './show-draft.ts';

/** 导入方案文件: the text of a file as a draft, or everything that is wrong with it, line by line. */
export async function importPack(request: {
  context: TenantContext;
  input: { file: string; carriesOut: boolean; requestKey?: RequestKey | undefined };
}): Promise<Draft> {
  const { context, input } = request;
  const { actor, locale, tenant } = context;
  assertCan(actor, 'campaigns.draft', {});
  const reading = await readPack(new TextEncoder().encode(input.file));
  if (!reading.ok) throw refuse(reading.problems, locale);
  const { pack, contentHash } = reading;
  const isOwn = pack.region.slug === tenant.slug;
  if (isOwn === input.carriesOut) {
    throw campaignsErrors['campaigns.foreign_pack']({ values: { region: pack.region.slug } });
  }
  const { id } = await importDraft({
    context,
    input: {
      pack,
      contentHash,
      carriesOut: input.carriesOut,
      author: { id: actor.personId, post: postOf(actor) },
      actor: { kind: 'person', id: actor.personId },
      requestKey: input.requestKey,
    },
  });
  return showDraft({ context, input: { id } });
}

function refuse(problems: readonly PackProblem[], locale: Locale) {
  return campaignsErrors['campaigns.pack_refused']({
    values: { count: problems.length },
    errors: problems.map(({ path, code, line, message, mend }) => ({
      path,
      code,
      message:
        locale === 'en'
          ? `Line ${line}: ${message.en}. ${mend.en}`
          : `第${line}行：${message.zh}。${mend.zh}`,
    })),
  });
}
