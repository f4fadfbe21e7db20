import type { enHome } from './en-home.ts'
import type { Translation } from './text-key.ts'

/** 首页的文字。 */
export const zhCNHome: Translation<typeof enHome> = {
  home: {
    pageTitle: '一起研讨，一板看清',
    headline: '每一个难题，都该有个办法。',
    lead: '开研讨会用的白板：人人写下看到的困境，大家一起找对策，哪一条还没着落，板上一目了然。',
    newBoard: '新建一块板',
    template: '选个模板',
    boardTitle: '标题',
    boardTitleHint: '比如：东街社区 · 困境与对策研讨',
    boardLanguage: '卡片的语言',
    wording: '卡片的用语',
    wordingOf: { party: '论文原文', neutral: '通用说法' },
    wordingHint: '“通用说法”适合党组织以外的团队：内容不变，改称组织、成员和工作人员。',
    create: '创建',
    creating: '正在创建…',
    createKey: '建板口令',
    createKeyNeeded: '这台服务器上，有口令才能新建。请输入口令。',
    createKeyWrong: '口令不对。',
    minutes: '{{count}} 分钟',
    noAgenda: '没有固定议程',
    joinTitle: '加入研讨',
    openExample: '打开示例',
    joinHint: '输入会场屏幕上的加入码。',
    join: '加入',
    recent: '这台设备上打开过的板',
    recentHint: '只有这个浏览器记得。',
    recentEmpty: '打开过的板会列在这里。',
    forget: '从列表中移除“{{title}}”…',
    forgetTitle: '这台设备不再记住“{{title}}”？',
    forgetHint: '会从列表中移除，并删掉这个浏览器里的副本，包括还没发出去的修改。服务器上的板不受影响。',
    forgetConfirm: '不再记住',
    forgetCancel: '留着',
    opened: '{{when}}打开过',
    points: {
      noAccount: '不用注册，有链接、报个称呼就能参加',
      local: '装在自己的电脑上，没有外网也能用',
      truth: '存没存好，如实告诉您',
    },
  },
  defaultName: {
    facilitator: '主持人',
  },
}
