import { createSignal } from 'solid-js';
import { Checkbox, CheckboxGroup, RadioGroup, Select } from '../choice-field.component.tsx';
import { DateField } from '../date-field.component.tsx';
import { ErrorSummary } from '../error-summary.component.tsx';
import { FileField } from '../file-field.component.tsx';
import { SecrecyNotice, SourceChip } from '../status.component.tsx';
import { NumberField, TextArea, TextField } from '../text-field.component.tsx';

export const Fields = () => {
  const [reason, setReason] = createSignal('');
  const [day, setDay] = createSignal('2026-11-15');
  const [figure, setFigure] = createSignal('１２．５');
  const [level, setLevel] = createSignal('');
  const [stamp, setStamp] = createSignal('yes');
  const [kinds, setKinds] = createSignal(['price']);
  const [isSure, setSure] = createSignal(false);
  return (
    <div class="form">
      <ErrorSummary
        errors={[
          { path: 'leader', message: '请填写主要负责人姓名' },
          { path: 'answers/training', message: '培训场次应为整数' },
        ]}
      />
      <TextField
        name="leader"
        label="主要负责人"
        required
        value=""
        error="请填写主要负责人姓名"
        aside={<SourceChip>取自 单位信息，点此核对</SourceChip>}
      />
      <NumberField
        name="answers/training"
        label="开展培训"
        unit="场次"
        value={figure()}
        onInput={setFigure}
        hint="本年1月至今，含线上培训"
        aside="去年：11"
      />
      <DateField name="held-on" label="动员会日期" required value={day()} onInput={setDay} />
      <Select
        name="level"
        label="医院等级"
        value={level()}
        onChange={setLevel}
        options={[
          { value: '3a', label: '三级甲等' },
          { value: '2a', label: '二级甲等' },
        ]}
      />
      <RadioGroup
        name="stamp"
        label="是否盖章"
        inline
        value={stamp()}
        onChange={setStamp}
        options={[
          { value: 'yes', label: '需要盖章' },
          { value: 'no', label: '不需要' },
        ]}
      />
      <CheckboxGroup
        name="kinds"
        label="问题类别"
        limit={2}
        values={kinds()}
        onChange={setKinds}
        options={[
          { value: 'price', label: '违规收费' },
          { value: 'gift', label: '收受“红包”' },
          { value: 'ads', label: '违规发布医疗广告', hint: '含自媒体' },
        ]}
      />
      <TextArea name="reason" label="情况说明" limit={500} value={reason()} onInput={setReason} />
      <FileField
        name="scan"
        label="盖章扫描件"
        required
        multiple
        hint="PDF 或图片，单个不超过 200 MB"
        items={[
          {
            id: 'a',
            name: '自查情况报告（盖章）.pdf',
            bytes: 2_412_000,
            state: 'done',
            href: '#x',
          },
          { id: 'b', name: '附件2.pdf', bytes: 18_000_000, state: 'uploading', percent: 42 },
          {
            id: 'c',
            name: '会议纪要.exe',
            bytes: 4000,
            state: 'failed',
            error: '不支持这种文件，请上传 PDF 或图片',
          },
        ]}
        onFiles={() => undefined}
        onRemove={() => undefined}
      />
      <Checkbox name="sure" label="章印清晰" checked={isSure()} onChange={setSure} />
      <SecrecyNotice />
    </div>
  );
};
