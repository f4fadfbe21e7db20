/** 大家对卡片的留言和“我也是”。 */
export const zhCNRemarks = {
  meToo: '我也是',
  unread_other: '{{count}} 条新留言',
  write: '留言',
  text: '您的留言',
  placeholder: '想补充什么，或者想问什么？',
  send: '发送',
  sending: '正在发送…',
  resolved: '已处理',
  deleteNo: '保留',
  sent: '留言已添加。',
  notNow: '当前环节不能留言。',
  viewer: '您正在旁观，只有参与者可以留言。',
} as const
