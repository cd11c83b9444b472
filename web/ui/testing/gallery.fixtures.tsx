import { createSignal } from 'solid-js';
import { Button, LinkButton } from '../button.component.tsx';
import { CopyTextButton, PrintButton } from '../copy.component.tsx';
import {
  BottomBar,
  DefinitionList,
  DocumentBar,
  PageHeader,
  Points,
  Quote,
} from '../page.component.tsx';
import { Shell } from '../shell.layout.tsx';
import { Callout, Status, Steps } from '../status.component.tsx';
import { Disclosure, Tabs } from '../tabs.component.tsx';
import { Fields } from './fields.fixtures.tsx';
import { Tables } from './tables.fixtures.tsx';

const Words = () => {
  const [tab, setTab] = createSignal('answers');
  return (
    <section class="stack-wide">
      <Steps
        label="审签"
        steps={[
          { act: '拟稿', post: '行风办', state: 'done', at: '3月2日 10:42' },
          {
            act: '核稿',
            post: '办公室',
            state: 'returned',
            at: '3月3日 09:10',
            note: '附件2表头有误',
          },
          { act: '会签', post: '医政处、药政处', state: 'current' },
          { act: '签发', post: '分管领导', state: 'next' },
        ]}
      />
      <Quote
        words="2020年11月15日前，将本单位自查整改报告报送区卫生健康委。"
        source="三（二）自查整改"
      />
      <DefinitionList
        items={[
          { term: '报给谁', value: '区卫生健康局医政科' },
          { term: '截止', value: '11月15日（周日）24:00，建议周五前' },
          { term: '得分', value: <Points units={895_000} withUnit /> },
        ]}
      />
      <div class="row">
        <Status kind="draft">未填</Status>
        <Status kind="current">填报中</Status>
        <Status kind="waiting">已报待审</Status>
        <Status kind="done">审核通过</Status>
        <Status kind="returned">退回待改</Status>
        <Status kind="late">逾期未报</Status>
        <Status kind="stopped">免报</Status>
      </div>
      <Callout kind="warn" title="截止日是星期日" actions={<Button small>改为 11月13日</Button>}>
        2026年11月15日是星期日。固定日期不自动顺延，请确认是否调整。
      </Callout>
      <Callout kind="error" title="没有保存">
        另一位同志已修改此项，请选择保留哪一个。
      </Callout>
      <Callout kind="done" title="已报送">
        回执号 PT-2026-000123
      </Callout>
      <Callout>本结果仅供内部考核使用，未经批准不得对外公布。</Callout>
      <Tabs
        label="报送件"
        value={tab()}
        onChange={setTab}
        tabs={[
          { key: 'answers', label: '填报内容', content: () => <p>共 23 项</p> },
          { key: 'evidence', label: '佐证材料', count: 3, content: () => <p>共 3 份</p> },
        ]}
      />
      <Disclosure summary="依据" open>
        <p>行风建设工作要点 第三条</p>
      </Disclosure>
      <div class="row">
        <Button kind="primary">报送</Button>
        <Button>暂存</Button>
        <Button kind="danger">退回修改</Button>
        <Button kind="quiet">分给科室</Button>
        <Button kind="primary" busy>
          正在报送
        </Button>
        <Button disabled>打印回执</Button>
        <LinkButton href="/tasks">返回我的任务</LinkButton>
        <CopyTextButton text={() => '截至8月15日17:00，以下7家单位尚未报送'} label="复制催报文字" />
        <PrintButton />
      </div>
    </section>
  );
};

/** Every component of the kit once, in words of real work. */
export const Gallery = () => (
  <Shell
    organ="某某市卫生健康委员会"
    title="行业作风建设工作平台"
    mark="行"
    motif="wave"
    navigation={[
      { href: '/', label: '我的任务', exact: true },
      { href: '/filings', label: '报送件' },
      { href: '/scores', label: '得分与依据' },
    ]}
    account={{ name: '行风办填报人', facts: ['省第一人民医院'], onSignOut: () => undefined }}
    footer={{ sponsor: '某某市卫生健康委员会', icp: '某ICP备00000000号', siteId: '4100000001' }}
    banner="网络已断开。可以继续填写，内容先存在本机，恢复后自动保存。"
  >
    <DocumentBar
      title="2026年医疗行业作风建设工作专项行动"
      number="卫健医〔2026〕15号"
      facts={['9月11日印发', '第2版', '主动公开']}
    />
    <PageHeader
      title="自查情况报告"
      breadcrumb={[{ label: '我的任务', href: '/' }, { label: '自查情况报告' }]}
      summary={<Status kind="current">填报中 · 当前在我手里</Status>}
      actions={<Button>打印审签单</Button>}
    />
    <div class="stack-wide">
      <Tables />
      <Words />
      <Fields />
    </div>
    <BottomBar note="已保存 10:42">
      <Button>暂存</Button>
      <Button>院内审签</Button>
      <Button kind="primary">报送</Button>
    </BottomBar>
  </Shell>
);
