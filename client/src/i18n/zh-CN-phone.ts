import type { enPhone } from './en-phone.ts'
import type { Translation } from './text-key.ts'

export const zhCNPhone: Translation<typeof enPhone> = {
  phone: {
    board: '白板',
    canvas: '打开完整画布',
    notStarted: '您已入场',
    notStartedHint: '马上开始。请不要关掉这个页面，每一步要做什么都会显示在这里。',
    noAgenda: '这块白板没有安排流程。您可以在这里看内容、添加卡片。',
    task: {
      wait: '等待',
      watch: '看大屏',
      write: '写便签',
      add: '添加卡片',
      read: '阅读',
      group: '归类',
      vote: '投票',
      link: '连线',
      plan: '定责任',
      results: '结果',
    },
    watch: {
      title: '请看大屏幕',
      body: '现在手机上不用操作。想发言就举手。',
    },
    outline: {
      title: '整块白板',
      elsewhere: '区域之外',
      empty: '还没有内容',
    },
  },
}
