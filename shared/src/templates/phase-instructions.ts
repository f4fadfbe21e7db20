import type { Bilingual } from '../workshop/state.ts'

/** What a participant should do now, by phase id: one or two short sentences, as a facilitator would say them. */
export const PHASE_INSTRUCTIONS: Readonly<Record<string, Bilingual>> = {
  A1: {
    en: 'Add one note to Welcome: your name and how today has been so far. Then you know that your device works.',
    zh: '在“欢迎入场”写一张便签：怎么称呼您、今天过得怎么样。顺便试试设备好不好用。',
  },
  A2: {
    en: 'Listen to the question for today. Think about what makes our place different, and react to what fits.',
    zh: '先听今天的议题，再想想我们这里有什么不一样；同意的地方可以点个表情。',
  },
  A3: {
    en: 'On your own and in silence: write up to three difficulties you have met yourself. One note each, with an example.',
    zh: '先不讨论，各写各的：写下您亲身遇到的困境，最多三张，一张只写一个，最好带个例子。',
  },
  A4: {
    en: 'We read the notes aloud. Ask if something is unclear, and mark “me too” where it is the same for you.',
    zh: '逐张念出来。没听明白就问；自己也遇到过的，标一个“我也是”。',
  },
  A5: {
    en: 'Move notes that belong together close to one of the three families, or start a new group. Suggest a name for it.',
    zh: '把相近的便签挪到一起，放到三类困境旁边，也可以另起一类，并给它起个名字。',
  },
  A6: {
    en: 'Spend five dots on the dilemmas that matter most, at most two on one. Your vote is secret, and you can change it until the end.',
    zh: '每人五票，投给最要紧的困境，同一个最多两票。投票不公开，结束前可以改。',
  },
  A7: {
    en: 'Look at the result together. We choose four to six dilemmas, and note what only a few people see.',
    zh: '一起看结果，选出四到六个重点困境；少数人的担心也记下来。',
  },
  A8: {
    en: 'One minute alone, two in pairs, five in fours. Then post your best remedies; the cards from the paper may help.',
    zh: '独立想一分钟，两人聊两分钟，四人议五分钟，再贴出最好的对策；论文里的卡片可以作参考。',
  },
  A9: {
    en: 'Draw a line from each dilemma to a remedy that answers it. Begin with the ones that have none yet.',
    zh: '从困境拉一条线到能应对它的对策。先看还没有对策的困境。',
  },
  A10: {
    en: 'For each chosen remedy, write who leads, who helps, by when, and the first step in the next 30 days.',
    zh: '给选定的对策写清楚：谁牵头、谁配合、什么时候完成、30 天内第一步做什么。',
  },
  A11: {
    en: 'We read the results aloud. Say so if something is missing, and agree on the day we look at it again.',
    zh: '一起念一遍结果，有遗漏马上提；再定下回访的日期。',
  },
}
