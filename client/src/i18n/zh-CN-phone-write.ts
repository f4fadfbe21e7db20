import type { enPhoneWrite } from './en-phone-write.ts'
import type { Translation } from './text-key.ts'

export const zhCNPhoneWrite: Translation<typeof enPhoneWrite> = {
  add: '添加',
  full: '都写完了',
  saved: '已发出',
  leftBehind: '还没用上的内容',
  late: '这条送晚了，那一步已经结束：',
  unfinished: '这条还没写完：',
  goOn: '接着写',
  goneOn: '已放进输入框。',
}
