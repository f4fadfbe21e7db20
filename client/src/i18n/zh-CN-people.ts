/** 白板旁的人员名单；各页面共用的在 zh-CN.ts。 */
export const zhCNPeople = {
  title: '到场',
  more: '+{{count}}',
  you: '我',
  list: '在板上的人',
  alone: '现在只有您一个人，邀请大家进来吧。',
  follow: '跟着{{name}}看',
  actions: '{{name}}的权限等',
  roleOf: '{{name}}可以做什么',
  remove: '请出研讨…',
  removeTitle: '要请{{name}}离开吗？',
  removeHint: '对方的页面会马上关闭，写的卡片都留着。拿着链接还能再进来；不想让对方再进来，请把链接也换掉。',
  removeConfirm: '请出',
  cancel: '取消',
  failed: '没有成功。{{reason}}',
  lastFacilitator: '得先有别人当主持人。',
  away: '现在不在',
  awayList: '来过的人',
  awaySince: '{{when}}离开',
  entry: '允许新的人加入',
  entryClosed: '新的人进不来了。已经在的人不受影响，离开了也能回来；主持人链接仍然有效。',
} as const

export const zhCNRoles = {
  facilitator: '主持人',
  participant: '参与者',
  viewer: '旁听',
} as const
