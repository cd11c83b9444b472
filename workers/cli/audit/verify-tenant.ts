import { verifyTrail, type TrailVerdict } from '#workers/modules/audit/verify-trail.ts';
import type { Databases } from '../supervisor/databases.ts';
import { CommandError, inWords } from '../terminal.ts';

const progressEvery = 20_000;

const faults = {
  missing: { zh: '缺失', en: 'missing' },
  unlinked: { zh: '与前一条不相接', en: 'not linked to the one before' },
  altered: { zh: '内容被改动', en: 'altered' },
  empty: { zh: '审计链为空', en: 'the trail is empty' },
} as const;

const anchorFaults = {
  'foreign-key': { zh: '锚点用的不是本库的密钥', en: "not signed with this database's key" },
  signature: { zh: '锚点签名不对', en: 'wrong signature' },
  'entry-missing': { zh: '锚点所指的记录不存在', en: 'the entry it vouches for is missing' },
  'entry-differs': { zh: '锚点所指的记录已不同', en: 'the entry it vouches for is another now' },
  'anchor-removed': { zh: '库内锚点被删除', en: 'was removed from the database' },
} as const;

function describeChain({ chain }: TrailVerdict): string {
  if (chain.status === 'whole') {
    return inWords({
      zh: `审计链完整：${chain.entries} 条，链头 ${chain.headSeq} ${chain.headHash}`,
      en: `chain whole: ${chain.entries} entries, head ${chain.headSeq} ${chain.headHash}`,
    });
  }
  const reason = inWords(faults[chain.reason]);
  return inWords({
    zh: `审计链在第 ${chain.firstBroken} 条断裂：${reason}`,
    en: `chain broken at entry ${chain.firstBroken}: ${reason}`,
  });
}

function describeProof({ provedUntil }: TrailVerdict): string {
  if (provedUntil === undefined) {
    return inWords({
      zh: '没有有效锚点：各条只能互相印证',
      en: 'no good anchor: entries only vouch for each other',
    });
  }
  const at = new Date(provedUntil.signedAt).toISOString();
  return inWords({
    zh: `至第 ${provedUntil.seq} 条由 ${at} 的签名锚点证明，其后尚无证明`,
    en: `proved up to entry ${provedUntil.seq} by the anchor of ${at}; nothing is proved after it`,
  });
}

export function describeVerdict(verdict: TrailVerdict): string[] {
  const { checked, faults: broken } = verdict.anchors;
  return [
    describeChain(verdict),
    inWords({
      zh: `锚点：核验 ${checked} 个，有问题 ${broken.length} 个`,
      en: `anchors: ${checked} checked, ${broken.length} at fault`,
    }),
    ...broken.map(({ seq, fault }) => `  ${seq}: ${inWords(anchorFaults[fault])}`),
    describeProof(verdict),
  ];
}

/** Proves the audit trail of one database of this installation. */
export async function verifyTenant(
  databases: Databases,
  namespace: string,
  onProgress: (entries: number) => void,
): Promise<{ isProved: boolean; lines: string[] }> {
  if (!databases.namespaces().includes(namespace)) {
    throw new CommandError({
      zh: `没有这个地区：${namespace}`,
      en: `no such region: ${namespace}`,
    });
  }
  let told = 0;
  const verdict = await verifyTrail({
    namespace,
    db: databases.open(namespace),
    publicKey: (await databases.keyRing.keyFor(namespace)).publicKey,
    onProgress: (entries) => {
      if (entries - told < progressEvery) return;
      told = entries;
      onProgress(entries);
    },
  });
  return { isProved: verdict.isProved, lines: describeVerdict(verdict) };
}
