import type { TemplateId } from '../protocol/api.ts'
import type { Bilingual } from '../workshop/state.ts'

/** What the home page says about a template. */
export interface TemplateInfo {
  id: TemplateId
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
    id: 'blank',
    name: { en: 'Blank board', zh: '空白白板' },
    description: { en: 'An empty page with all tools and no agenda.', zh: '一张空白页面，工具齐全，不设议程。' },
    minutes: null,
  },
]
