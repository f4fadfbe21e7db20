/** 侧栏的各部分。 */
export const zhCNPanel = {
  tabs: '研讨的各部分',
  workshop: '研讨',
  workshopHint: '步骤、时间和人员',
  mapping: '对照',
  mappingHint: '哪项困境有哪些对策',
} as const

/** 困境有没有对策。 */
export const zhCNCoverage = {
  title: '覆盖情况',
  summary: '{{total}} 项困境，{{covered}} 项已有对策',
  short: '{{covered}}/{{total}}',
  listOpen: '查看还没有对策的困境',
  list: '哪些还没有？',
  open: '还没有对策',
  weak: '仅弱关联',
  allCovered: '每一项困境都有对策了。',
  none: '板上还没有困境卡片。',
  goTo: '在板上查看“{{name}}”',
  unused_other: '还有 {{count}} 条对策没用上',
  unnamed: '没写字的卡片',
} as const
