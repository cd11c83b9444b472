import { Suspense, lazy } from 'solid-js';
import { loadWords } from '#web/shared/i18n.ts';
import { Loading } from '#web/ui/state.component.tsx';

const BrandingView = lazy(async () => {
  const [loaded] = await Promise.all([
    import('#web/features/tenants/branding-desk.component.tsx'),
    loadWords('branding'),
    loadWords('editors'),
  ]);
  return { default: loaded.BrandingView };
});

/** 品牌与页脚. */
export const BrandingPage = () => (
  <Suspense fallback={<Loading />}>
    <BrandingView />
  </Suspense>
);
