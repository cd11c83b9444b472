export const signIn = {
  title: '登录',
  username: '用户名',
  password: '密码',
  submit: '登录',
  'name-missing': '请填写用户名',
  'password-missing': '请填写密码',
  wrong: '用户名或密码不正确。请核对大小写和输入法后再试。',
  locked:
    '连续多次输入错误，为保护账号暂不能登录。请在 {minutes} 分钟后再试，或联系本单位系统管理员。',
  'locked-unknown': '连续多次输入错误，为保护账号暂不能登录。请稍后再试，或联系本单位系统管理员。',
  'demo-title': '这是演示系统',
  'demo-words': '演示账号无第二因素，数据均为虚构。请勿录入真实单位、个人和患者的信息。',
  'ended-title': '请重新登录',
  'ended-words': '登录已到时间或已退出。尚未报送的填写内容保存在本机，登录后会自动接着保存。',
  'first-title': '首次登录',
  'first-words': '用户名和一次性密码已填好，请点“登录”，然后设置您自己的密码。',
  forgotten: '忘记密码或账号停用，请联系主办单位的安全管理员重置。',
} as const;
