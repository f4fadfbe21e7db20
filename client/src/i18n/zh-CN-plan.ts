/** 行动计划：谁、做什么、何时完成。 */
export const zhCNPlan = {
  action: '行动',
  lead: '牵头',
  supporters: '配合',
  nobody: '还没定',
  noLead: '没人牵头',
  noDate: '没有期限',
  ownerlessCount_other: '{{count}} 项没人牵头',
  undatedCount_other: '{{count}} 项没有期限',
  unnamed: '没有文字的卡片',
  newAction: '新的行动',
} as const
