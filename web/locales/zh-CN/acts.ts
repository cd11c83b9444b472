export const acts = {
  cancel: '取消',
  close: '关闭',
  edit: '修改',
  remove: '移除',
  retry: '再试一次',
} as const;
