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
  B1: {
    en: 'Add one note to Welcome: who you are and whom you speak for. Then read the question of today together.',
    zh: '在“欢迎入场”写一张便签：您是谁，代表哪一方。再一起看看今天的议题。',
  },
  B2: {
    en: 'In silence: mark who matters for our question, and add whoever is missing. Up to five new cards each.',
    zh: '先不讨论：挑出和议题有关的各方，漏掉的补上新卡片，每人最多五张。',
  },
  B3: {
    en: 'Put doubles together. Move those who are closest to the issue nearer to the middle.',
    zh: '把重复的合在一起，离议题越近的，往中间挪得越近。',
  },
  B4: {
    en: 'Draw one kind of line at a time, as it is called out: leads, serves, informs, mobilizes, speaks up, tension.',
    zh: '听口令，一次只连一类：牵头、服务、通报、动员、反映诉求、有矛盾。',
  },
  B5: {
    en: 'Rate each actor in secret: how much influence, from 0 to 3, and whether they are for it, neutral or against.',
    zh: '给各方打分，不公开：影响力 0 到 3 分，态度是支持、中立还是反对。',
  },
  B6: {
    en: 'For each action choose exactly one lead. Then decide who helps, who is asked first and who is told.',
    zh: '每项行动只定一个牵头方，再定谁配合、先征求谁的意见、要告知谁。',
  },
  B7: {
    en: 'Look at the list of gaps. Turn each one into a request to one actor, with a date.',
    zh: '看看缺口清单，每个缺口写成对某一方的一个请求，并写上时间。',
  },
  B8: {
    en: 'We read the results aloud. Decide who tells those who were not here today.',
    zh: '一起念一遍结果，再定好由谁告诉今天没来的各方。',
  },
  C1: {
    en: 'We look for causes, not for someone to blame. Write no names and no personal details on the board.',
    zh: '今天找原因，不追责。白板上不写姓名，也不写个人信息。',
  },
  C2: {
    en: 'Write what happened, one event per note, with the date. Put it in its place on the timeline.',
    zh: '写下发生了什么，一张便签一件事，写上日期，放到时间线上。',
  },
  C3: {
    en: 'In silence: write what went well and what went less well. Nobody sees who wrote what.',
    zh: '先不讨论，各写各的：哪些做得好，哪些不足。别人看不到是谁写的。',
  },
  C4: {
    en: 'We read the notes together. Suggest which ones belong together, and a name for each group.',
    zh: '一起看便签，哪些可以归到一类？给每一类起个名字。',
  },
  C5: {
    en: 'Choose the three that matter most, one dot each. Your vote is secret.',
    zh: '投出最要紧的三项，每项一票，投票不公开。',
  },
  C6: {
    en: 'For each of the three, ask “why?” twice and write the cause. Then draw a line to what would fix it.',
    zh: '这三项，每项多问两次“为什么”，写下原因，再连到能解决它的对策。',
  },
  C7: {
    en: 'Write what we keep, what we change and what we start. Each needs one lead and one date.',
    zh: '写下保留什么、改进什么、新增什么，每一项都要有牵头人和时间。',
  },
  C8: {
    en: 'We read the results aloud and fix the days on which we look again: after 30, 60 and 90 days.',
    zh: '一起念一遍结果，定好 30 天、60 天、90 天的回访日期。',
  },
}
