export const passwords = {
  title: '修改密码',
  'must-change': '您使用的是一次性密码，请先设置新密码，再继续使用。',
  current: '原密码',
  next: '新密码',
  again: '再输入一次新密码',
  hint: '至少 10 个字符，不要用单位名称、用户名、年份或常见密码',
  elsewhere: '修改后，您在其他电脑上的登录会自动退出。',
  submit: '修改密码',
  changed: '密码已修改',
  'current-missing': '请填写原密码',
  'too-short': '新密码至少 10 个字符',
  'not-same': '两次输入的新密码不一致',
  'leave-title': '还有内容没有保存',
  'leave-words':
    '有 {count} 处改动还没有送达服务器。现在退出，这些改动会加密存在本机，只有您用本机再次登录才会接着保存；换一台电脑看不到。',
  'leave-anyway': '仍要退出',
} as const;
