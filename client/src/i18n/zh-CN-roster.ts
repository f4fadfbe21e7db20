import type { enGroups, enOwnGroup, enRoster } from './en-roster.ts'
import type { Translation } from './text-key.ts'

export const zhCNOwnGroup: Translation<typeof enOwnGroup> = {
  yours: '您的小组（{{name}}）：',
  you: '您',
  together: '、',
  away_other: '还有 {{count}} 人现在不在',
}

export const zhCNGroups: Translation<typeof enGroups> = {
  ...zhCNOwnGroup,
  title: '分组',
  make: '随机分组',
  pairs: '两人一组',
  fours: '四人一组',
  tables: '分 {{count}} 桌',
  howManyTables: '分几桌',
  nobody: '给在场的参与者分组，现在还没有人。',
  name: '第 {{number}} 组',
  alone: '还没分组',
  join: '两组并一组',
  dissolve: '取消分组…',
  leaveThem: '保留现在的组',
  remakeAsk: '重新分组吗？现在的组就散了。',
  remakeNotesAsk: '组里还有没亮出来的内容，重新分组会让别的人看到。要重新分吗？',
  remakeYes: '重新分：{{kind}}',
  dissolveAsk: '把所有组都取消吗？',
  dissolveNotesAsk: '组里还有没亮出来的内容，取消以后同组的人就不能一起看、一起贴了。要取消吗？',
  dissolveYes: '取消分组',
  newReaders: '没有改动：这样分，还没亮出来的内容会被别的人看到。请先亮出来再分。整组合并，或者给没有组的人安排一组，随时都可以。',
  move: '{{name}}去哪一组？',
  new: '新开一组',
  none: '不分组',
}

export const zhCNRoster: Translation<typeof enRoster> = {
  handUp: '举手，第 {{place}} 位',
  hasWritten: '已动笔',
  isReady: '已完成这一步',
  rename: '改称呼',
  newName: '给{{name}}换个称呼',
  ownRole: '有别人当主持人时，您可以放下主持人身份。用主持人链接随时可以再拿回来。',
  returnAgain: '换了手机',
  returnTitle: '请{{name}}回来',
  returnHint: '请{{name}}用新手机扫这个码。十分钟内有效，只能用一次；原来的称呼、还没亮出来的便签和投票都在。',
  returnLink: '或者把链接单独发给本人',
  returnQr: '让{{name}}回来的二维码',
}
