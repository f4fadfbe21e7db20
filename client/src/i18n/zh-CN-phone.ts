import type { enPhone } from './en-phone.ts'
import { kindNames, stanceNames } from './kind-names.ts'
import type { Translation } from './text-key.ts'
import { zhCNDrafts, zhCNVoting } from './zh-CN-voting.ts'

export const zhCNPhone: Translation<typeof enPhone> = {
  voting: zhCNVoting,
  drafts: zhCNDrafts,
  canvas: {
    kind: kindNames['zh-CN'],
    stance: stanceNames['zh-CN'],
  },
  phone: {
    nav: '可以做的事',
    board: '白板',
    hand: '举手',
    handDown: '放下手',
    handPlace: '您已举手，排在第 {{n}} 位',
    react: '表态',
    isDone: '已完成',
    failed: '没成功。{{reason}}',
    loading: '白板内容正在加载…',
    locked: '主持人暂时锁定了白板。',
    lookAt: '请看：{{area}}',
    lookUp: '请看现场大屏幕。',
    noAgendaTitle: '欢迎',
    noAgenda: '这块白板没有安排流程。您可以在这里看内容、添加卡片。',
    notStarted: '您已入场',
    notStartedHint: '马上开始。请不要关掉这个页面，每一步要做什么都会显示在这里。',
    waitVote: '投票还没开始。开始后会自动显示在这里。',
    waitStart_other: '已到 {{count}} 人，等主持人宣布开始。',
    menu: '更多',
    canvas: '打开完整画布',
    task: {
      wait: '等待',
      watch: '看大屏',
      write: '写便签',
      add: '添加',
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
    write: {
      add: '添加',
      full: '都写完了',
      saved: '已送达',
    },
    vote: {
      left_other: '还剩 {{count}} 票',
      answered: '共 {{total}} 项，已答 {{done}} 项',
      secret: '谁投了什么，别人都看不到。',
      done: '我投好了',
      isDone: '已投好',
      gone: '这张卡片已不在白板上',
    },
    results: { choose: '看哪一次投票？' },
    outline: {
      title: '整块白板',
      elsewhere: '区域之外',
      empty: '还没有内容',
    },
  },
}
