import { createSignal } from 'solid-js';
import type { Evidence } from '#schema/contracts/evidence.ts';
import { t } from '#web/shared/i18n.ts';
import { pageName } from './case-view.ts';
import type { CaseView } from './case-view.ts';
import { heightShare } from './page-size.ts';
import type { PdfSize } from './pdf-file.ts';
import './pdf.css';

/** A photographed or scanned picture: one page that widens and turns as those of a PDF do. */
export const PicturePage = (props: { evidence: Evidence; view: CaseView }) => {
  const [size, setSize] = createSignal<PdfSize>({ width: 4, height: 3 });
  const name = () => pageName(props.evidence.id, 1);
  const turn = () => props.view.turnOf(name());
  const share = () => heightShare(size(), turn());
  const isUpright = () => turn() % 180 === 0;
  const label = () => t('evidence.page-of', { page: 1, pages: 1, name: props.evidence.name });
  return (
    <figure class="pdf-page" data-page={name()} data-label={label()}>
      <div
        class="pdf-sheet picture-sheet"
        data-state="drawn"
        style={{
          width: `${props.view.zoom()}%`,
          'padding-top': `${(share() * props.view.zoom()).toFixed(3)}%`,
        }}
      >
        <img
          src={`/api/evidence/${props.evidence.id}/view`}
          alt={props.evidence.name}
          loading="lazy"
          style={{
            width: isUpright() ? '100%' : `${(share() * 100).toFixed(3)}%`,
            height: isUpright() ? '100%' : `${(100 / share()).toFixed(3)}%`,
            transform: `translate(-50%, -50%) rotate(${turn()}deg)`,
          }}
          onLoad={({ currentTarget }) =>
            setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
        />
      </div>
    </figure>
  );
};
