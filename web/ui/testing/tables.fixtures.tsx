import { ProblemError } from '#web/shared/problem.ts';
import { Button } from '../button.component.tsx';
import { DataTable } from '../data-table.component.tsx';
import type { Column } from '../data-table.component.tsx';
import { LoadMore } from '../load-more.component.tsx';
import type { PagedList } from '../load-more.component.tsx';
import { ComputedAsOf } from '../page.component.tsx';
import { Status } from '../status.component.tsx';

const moreToCome: PagedList = {
  hasNextPage: true,
  isFetchingNextPage: false,
  fetchNextPage: async () => undefined,
};

type Unit = { name: string; kind: string; due: number; arrived: number; late: number };

export const units: Unit[] = [
  { name: '省第一人民医院', kind: '三级综合', due: 14, arrived: 14, late: 0 },
  { name: '省第二人民医院', kind: '三级综合', due: 14, arrived: 12, late: 0 },
  { name: '市中心医院', kind: '三级综合', due: 14, arrived: 11, late: 3 },
  { name: '东城区社区卫生服务中心', kind: '基层医疗卫生机构', due: 6, arrived: 5, late: 1 },
];

export const unitColumns: Column<Unit>[] = [
  {
    key: 'name',
    header: '单位',
    rowHeader: true,
    cell: (unit) => unit.name,
    text: (unit) => unit.name,
    foot: '合计',
  },
  { key: 'kind', header: '类别', cell: (unit) => unit.kind },
  {
    key: 'due',
    header: '应报',
    align: 'end',
    cell: (unit) => unit.due,
    text: (unit) => unit.due,
    foot: 48,
  },
  {
    key: 'arrived',
    header: '已报',
    align: 'end',
    cell: (unit) => unit.arrived,
    text: (unit) => unit.arrived,
    foot: 42,
  },
  {
    key: 'state',
    header: '状态',
    width: 'narrow',
    cell: (unit) =>
      unit.late > 0 ? (
        <Status kind="late">逾期未报 {unit.late} 件</Status>
      ) : (
        <Status kind={unit.due === unit.arrived ? 'done' : 'waiting'}>
          {unit.due === unit.arrived ? '已报齐' : '填报中'}
        </Status>
      ),
  },
  {
    key: 'act',
    header: '',
    width: 'narrow',
    cell: () => (
      <Button small kind="quiet">
        催办
      </Button>
    ),
  },
];

const asOf = Date.parse('2026-08-31T16:00:00Z') - 1;

export const Tables = () => (
  <section class="stack-wide">
    <p class="figure-sentence">
      应报送 <a href="#x">2,622 件</a>，已报 <a href="#x">2,310 件</a>（按时{' '}
      <a href="#x">2,228 件</a>
      ），逾期未报 <a href="#x">61 件</a>，涉及 <a href="#x">23 个单位</a>。
    </p>
    <DataTable
      caption="各单位报送进度"
      columns={unitColumns}
      rows={units}
      empty={{ title: '没有单位' }}
      tools={<ComputedAsOf at={asOf} />}
      footer={<LoadMore shown={4} total="1000+" list={moreToCome} />}
    />
    <DataTable
      caption="待审报送件"
      columns={unitColumns}
      rows={[]}
      empty={{ title: '目前没有待审的报送件。', next: '下一项：12月1日起 督导评议。' }}
    />
    <DataTable
      caption="退回待改"
      columns={unitColumns}
      rows={undefined}
      error={
        new ProblemError(
          {
            title: '服务暂时不可用',
            status: 503,
            code: 'platform.database_unavailable',
            requestId: 'req_7',
          },
          new Headers({ 'retry-after': '5' }),
        )
      }
      onRetry={() => undefined}
      empty={{ title: '没有' }}
    />
  </section>
);
