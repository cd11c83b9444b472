import { useSearchParams } from '@solidjs/router';
import { FigureItemsView } from '#web/features/overview/figure-items.component.tsx';
import '#web/features/overview/overview.css';

type Search = {
  campaign?: string;
  figure?: string;
  asOf?: string;
  area?: string;
  unit?: string;
  only?: string;
};

/** The list behind one number of 年度总览 or of a table. */
export const FigureItemsPage = () => {
  const [params] = useSearchParams<Search>();
  const wanted = () => ({
    campaign: params.campaign ?? '',
    figure: params.figure ?? '',
    asOf: params.asOf,
    area: params.area,
    unit: params.unit,
    only: params.only,
  });
  return <FigureItemsView wanted={wanted()} />;
};
