import type { enPhoneWrite } from './en-phone-write.ts'
import type { Translation } from './text-key.ts'

export const zhCNPhoneWrite: Translation<typeof enPhoneWrite> = {
  add: '添加',
  full: '都写完了',
  saved: '已发出',
  sending: '正在发送…',
  removeSure: '收回这条吗？收回后就没有了。',
  removeYes: '收回',
  seenAtOnce: '添加后大家马上能看到，并显示您的名字。',
  where: '放在哪里',
  nothingYet: '这里还没有内容，您来写第一张吧。',
  areas: '其他位置',
  groups: '各类',
  inGroup: '“{{text}}”已归到“{{group}}”。',
  isOut: '“{{text}}”已移出，还没归类。',
  noGroups: '还没有分类。在卡片下选“新建一类…”。',
  gone: '“{{text}}”已收回。',
  undo: '撤销',
  undone: '已撤销。',
  dissolve: '删除这个空的类',
}
