import type { TemplateId } from '../protocol/api.ts'
import type { Bilingual } from '../workshop/state.ts'

/** Templates to begin a workshop with. */
export type OfferedTemplateId = Exclude<TemplateId, 'example'>

/** What the home page says about a template. */
export interface TemplateInfo {
  id: OfferedTemplateId
  name: Bilingual
  description: Bilingual
  /** length of its agenda; null = no agenda */
  minutes: number | null
}

/** The templates in the order in which the home page offers them. */
export const TEMPLATES: readonly TemplateInfo[] = [
  {
    id: 'dilemma-remedy',
    name: { en: 'Dilemma to remedy mapping', zh: '困境与对策共创研讨' },
    description: {
      en: 'Name what goes wrong here, join it to remedies, and see at once what still has no answer. For 12 to 30 people.',
      zh: '一起说清本地的困境，连到可行的对策，随时看到哪些困境还没有对策。适合 12–30 人。',
    },
    minutes: 90,
  },
  {
    id: 'stakeholder-coordination',
    name: { en: 'Stakeholder coordination', zh: '多方协同研讨' },
    description: {
      en: 'See who works with whom, agree on one lead for each action, and turn gaps into requests. For 6 to 25 people.',
      zh: '看清谁和谁在协作，每项行动定一个牵头方，把缺口变成请求。适合 6–25 人。',
    },
    minutes: 60,
  },
  {
    id: 'rapid-review',
    name: { en: 'Rapid response review', zh: '应急处置快速复盘' },
    description: {
      en: 'What happened, what went well and less well, why, and what to keep, change or start. For 5 to 20 people.',
      zh: '发生了什么、哪些做得好、哪些不足、为什么，接下来保留、改进、新增什么。适合 5–20 人。',
    },
    minutes: 45,
  },
  {
    id: 'blank',
    name: { en: 'Blank board', zh: '空白白板' },
    description: { en: 'An empty page with all tools and no agenda.', zh: '一张空白页面，工具齐全，不设议程。' },
    minutes: null,
  },
]

/** A finished workshop to look around in; offered beside the templates, not among them. */
export const EXAMPLE = {
  id: 'example',
  name: { en: 'Example: Dongjie community', zh: '示例：东街社区研讨' },
  description: {
    en: 'A finished workshop to look around in: local problems mapped, voted on and planned. The community is invented.',
    zh: '一场已经完成的研讨，随便看、随便改：本地问题已连对策、已投票、已排计划。社区为虚构。',
  },
  minutes: 90,
} as const satisfies Omit<TemplateInfo, 'id'> & { id: TemplateId }
