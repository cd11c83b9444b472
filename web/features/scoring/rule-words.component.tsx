import { Show } from 'solid-js';
import type { Source } from '#schema/contracts/campaign/source.ts';
import { t } from '#web/shared/i18n.ts';
import { Words } from '#web/ui/page.component.tsx';
import { SourceChip } from '#web/ui/status.component.tsx';
import { groundsOf } from './grounds.presenter.ts';
import type { Clauses } from './grounds.presenter.ts';
import './scoring.css';

/** The rule's own words with the clause they stand in; what is only proposed says so, and why. */
export const RuleWords = (props: {
  rule: { readonly words?: string | undefined; readonly source: Source };
  clauses: Clauses;
}) => {
  const grounds = () => groundsOf(props.rule, props.clauses);
  return (
    <div class="rule-words">
      <Show when={grounds().words}>
        {(words) => (
          <p class="document-words">
            <Words text={words()} />
          </p>
        )}
      </Show>
      <Show when={grounds().source}>
        {(source) => (
          <p class="soft" lang="zh-CN">
            {t('kit.source-from', { source: source() })}
          </p>
        )}
      </Show>
      <Show when={grounds().proposed}>
        {(why) => (
          <p class="soft">
            <SourceChip>{t('kit.source-proposed')}</SourceChip> <Words text={why()} />
          </p>
        )}
      </Show>
    </div>
  );
};
