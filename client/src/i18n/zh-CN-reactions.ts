/** 大家的即时反应，几秒后消失。 */
export const zhCNReactions = {
  button: '表个态',
  hint: '大家都能看到，几秒后消失',
  name: {
    agree: '赞成',
    love: '喜欢',
    applause: '真棒',
    laugh: '有意思',
    idea: '好主意',
    unsure: '说不准',
  },
  and: '、',
  heard: '大家的反应：{{list}}',
} as const
