import { COMMON_AREA_TEXTS, type AreaTexts } from './area-texts.ts'
import type { Bilingual } from '../workshop/state.ts'

/** Titles and instructions of flow C's areas. */
export const RAPID_REVIEW_TEXTS = {
  ...COMMON_AREA_TEXTS,
  welcome: {
    title: { en: 'Welcome', zh: '欢迎入场' },
    instruction: {
      en: 'We look for causes, not for someone to blame. No names, no personal details.',
      zh: '找原因，不追责。不写姓名，不写个人信息。',
    },
  },
  timeline: {
    title: { en: 'What happened', zh: '事件经过' },
    instruction: {
      en: 'Put each event where it belongs, with its date. Where and when was it, and how many people did it touch?',
      zh: '按时间摆放，写上日期：在哪里、什么时候、影响了多少人？',
    },
  },
  review: {
    title: { en: 'Less well, and well', zh: '不足与亮点' },
    instruction: {
      en: 'What should we keep as routine? What went less well, and why?',
      zh: '哪些做法有效、应当固定下来？哪些做得不够好，为什么？',
    },
  },
  map: {
    title: { en: 'Why, and what would fix it', zh: '原因与对策' },
    instruction: { en: 'Ask “why?” twice. Then draw a line to what would fix it.', zh: '多问两次“为什么”，再连到能解决它的对策。' },
  },
  plan: {
    title: { en: 'Keep, change, start', zh: '保留、改进、新增' },
    instruction: { en: 'One lead and one date for each.', zh: '每一项都要有牵头人和时间。' },
  },
} as const satisfies Readonly<Record<string, AreaTexts>>

interface Head {
  id: string
  title: Bilingual
}

/** Periods of the timeline. */
export const PERIODS: readonly Head[] = [
  { id: 'period-before', title: { en: 'Before', zh: '事前' } },
  { id: 'period-hours', title: { en: 'First hours', zh: '最初几小时' } },
  { id: 'period-days', title: { en: 'First days', zh: '头几天' } },
  { id: 'period-weeks', title: { en: 'Weeks after', zh: '随后几周' } },
  { id: 'period-now', title: { en: 'Now', zh: '现在' } },
]

/** The two halves of the review. */
export const REVIEW_HEADS = {
  less: { id: 'review-less', title: { en: 'Less well', zh: '不足' } },
  well: { id: 'review-well', title: { en: 'Went well', zh: '亮点' } },
} as const satisfies Readonly<Record<string, Head>>

/** Parts of the plan. */
export const PLAN_HEADS: readonly Head[] = [
  { id: 'plan-keep', title: { en: 'Keep', zh: '保留' } },
  { id: 'plan-change', title: { en: 'Change', zh: '改进' } },
  { id: 'plan-start', title: { en: 'Start', zh: '新增' } },
]
