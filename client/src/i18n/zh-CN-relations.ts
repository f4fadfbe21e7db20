import type { enRelations } from './en-relations.ts'
import type { Translation } from './text-key.ts'

export const zhCNRelations: Translation<typeof enRelations> = {
  leads: '引领',
  guides: '引导',
  coordinates: '协调',
  'joint-work': '联合开展工作',
  serves: '服务',
  informs: '宣传告知',
  mobilizes: '动员',
  implements: '贯彻落实其决定',
  contacts: '联系走访',
  covers: '覆盖延伸到',
  window: '作为了解情况的窗口',
  bridge: '作为沟通的桥梁',
  voices: '通过其反映诉求',
  conflict: '存在矛盾',
}
