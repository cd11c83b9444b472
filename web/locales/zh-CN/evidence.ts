export const evidence = {
  'scan-formats': '可上传 PDF、OFD、JPG、PNG、HEIC，单个文件不超过 64 MB。',
  formats: '可上传 PDF、OFD、Word、Excel、WPS、JPG、PNG、HEIC，单个文件不超过 64 MB。',
  unnamed: '佐证材料',
  empty: '文件是空的，请重新选择。',
  'too-large': '文件超过 {limit}。请降低扫描分辨率（黑白 200 dpi 即可）或拆成几个文件上传。',
  failed: '没有传上去，请再试一次。',
  broken: '网络中断，文件没有传完。恢复后请再试一次。',
} as const;
