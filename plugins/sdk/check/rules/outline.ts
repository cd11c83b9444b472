import { words, type CampaignRule } from '../problem.ts';

/** The outline has no circles, and a parent stands before its children as in the document. */
export const outline: CampaignRule = (campaign) => {
  const seen = new Set<string>();
  const known = new Set(campaign.clauses.map(({ key }) => key));
  return campaign.clauses.flatMap(({ key, parent }) => {
    const wrong = parent !== undefined && known.has(parent) && !seen.has(parent);
    seen.add(key);
    if (!wrong) return [];
    return [
      {
        severity: 'error' as const,
        code: 'clauses.outline',
        path: `clauses/${key}/parent`,
        clause: key,
        message: words('上级条款应排在本条款之前', 'The parent clause must stand before this one'),
        mend: words('请按文件顺序排列条款', 'Put the clauses in the order of the document'),
      },
    ];
  });
};
