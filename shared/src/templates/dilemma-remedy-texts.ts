import { COMMON_AREA_TEXTS, type AreaTexts } from './area-texts.ts'

/** Titles and instructions of flow A's areas. */
export const DILEMMA_REMEDY_TEXTS = {
  ...COMMON_AREA_TEXTS,
  welcome: {
    title: { en: 'Welcome', zh: '欢迎入场' },
    instruction: { en: 'Leave one note here: your name, and how today has been.', zh: '在这里写一张便签：怎么称呼您，今天过得怎么样。' },
  },
  brief: {
    title: { en: 'Context', zh: '背景与议题' },
    instruction: {
      en: 'What is different here: history, place, customs, people, industry, resources?',
      zh: '我们这里有什么不同：历史、地理、风俗、人员、产业、资源？',
    },
  },
  dilemmas: {
    title: { en: 'Dilemmas we face', zh: '困境：我们遇到了什么？' },
    instruction: {
      en: 'Three families from section 3.2. Which do you see here?',
      zh: '论文 3.2 的三类困境。哪些在我们这里也有？',
    },
  },
  local: {
    title: { en: 'Local problems', zh: '本地问题' },
    instruction: {
      en: 'Which difficulties have you met yourself? One note, one difficulty, one example.',
      zh: '您亲身遇到过哪些困境？一张便签写一个，并附一个例子。',
    },
  },
  map: {
    title: { en: 'The map', zh: '连线' },
    instruction: { en: 'Link each to a remedy. Bold: the paper says so.', zh: '从困境连到对策。粗线：论文明确提出。' },
  },
  remedies: {
    title: { en: 'Remedies we can try', zh: '对策：我们能做什么？' },
    instruction: {
      en: 'Section 4. What could we start within 30 days?',
      zh: '论文第 4 节与“四力”。30 天内，我们能先做什么？',
    },
  },
  plan: {
    title: { en: 'Action plan', zh: '行动计划' },
    instruction: {
      en: 'Who leads, who helps, by when, and the first step within 30 days.',
      zh: '谁牵头、谁配合、何时完成、30 天内第一步做什么。',
    },
  },
} as const satisfies Readonly<Record<string, AreaTexts>>
