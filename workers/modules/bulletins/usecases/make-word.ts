import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { toPaper } from '../word.domain.ts';
import { loadWhole } from './load-bulletin.ts';

/**
 * 导出 Word. Made here and not in the browser: every office gets the same bytes whatever it runs,
 * and the library (87 KB) is never loaded over a slow line. It is opened when it is first wanted.
 */
export async function makeWord(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { row, parts } = await loadWhole(request.context, request.input.id);
  const { writeWord } = await import('../word.driver.ts');
  return { name: `${row.head.title}.docx`, bytes: await writeWord(toPaper({ ...row, parts })) };
}
