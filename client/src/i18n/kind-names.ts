/** Names of the kinds of cards, in both languages at once: tldraw is told them when it starts, for whichever language people switch to. */
export const kindNames = {
  en: {
    dilemma: 'Dilemma',
    remedy: 'Remedy',
    stakeholder: 'Stakeholder',
    action: 'Action',
    practice: 'Practice',
    evidence: 'Evidence',
    note: 'Note',
  },
  'zh-CN': {
    dilemma: '困境',
    remedy: '对策',
    stakeholder: '相关方',
    action: '行动',
    practice: '做法',
    evidence: '依据',
    note: '便签',
  },
} as const

/** Where a stakeholder stands. */
export const stanceNames = {
  en: { for: 'For', neutral: 'Neutral', against: 'Against' },
  'zh-CN': { for: '支持', neutral: '中立', against: '反对' },
} as const
