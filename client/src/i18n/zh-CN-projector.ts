import type { enProjector } from './en-projector.ts'
import type { Translation } from './text-key.ts'

export const zhCNProjector: Translation<typeof enProjector> = {
  button: '投影',
  buttonHint: '在新窗口打开给大家看的画面',
  title: '投影画面',
  unnamed: '没有文字的卡片',
  qr: '扫码加入',
  noteWritten: '张已写好',
  notesWritten: '张已写好',
  by_other: '{{count}} 人在写',
  done: '{{taking}} 人中 {{ready}} 人写完了',
  hiddenHint: '现在谁也看不到。',
  revealed_other: '{{count}} 张',
  votedOf: '/ {{people}} 人已投',
  rest_other: '还有 {{count}} 张',
  restOnBoard_other: '另外 {{count}} 张在白板上',
  next: '下一步：{{name}}',
  reconnecting: '正在重新连接…',
  timeUp: '时间到',
  paused: '暂停中',
  waiting: '马上开始。',
}
