import { For, Show } from 'solid-js';
import type { CampaignDocument } from '#schema/contracts/campaign/clause.ts';
import { t } from '#web/shared/i18n.ts';

/** What a paper rests on, carries out or replaces: 《title》（number，issuer）, in its own words. */
export const LineageList = (props: { lineage: CampaignDocument['lineage'] }) => (
  <Show when={(props.lineage ?? []).length > 0}>
    <ul class="lineage">
      <For each={props.lineage}>
        {(paper) => {
          const facts = () => [paper.number, paper.issuer].filter(Boolean).join('，');
          return (
            <li>
              {t(`campaigns.lineage-${paper.relation}`)}
              <span lang="zh-CN" class="document-words">
                《{paper.title}》{facts() && `（${facts()}）`}
              </span>
            </li>
          );
        }}
      </For>
    </ul>
  </Show>
);
