import { COMMON_AREA_TEXTS, type AreaTexts } from './area-texts.ts'
import type { StakeholderKind } from './paper.ts'
import type { Bilingual } from '../workshop/state.ts'

/** Titles and instructions of flow B's areas. */
export const STAKEHOLDER_TEXTS = {
  ...COMMON_AREA_TEXTS,
  welcome: {
    title: { en: 'Welcome', zh: '欢迎入场' },
    instruction: { en: 'One note each: who you are, and whom you speak for.', zh: '每人一张便签：您是谁，代表哪一方。' },
  },
  hub: {
    title: { en: 'Who leads here', zh: '谁来牵头' },
    instruction: { en: 'The lead organization, the levels above it, its own people.', zh: '牵头的组织、它的上级，还有自己的队伍。' },
  },
  relations: {
    title: { en: 'Relations', zh: '关系' },
    instruction: {
      en: 'One kind of line at a time: leads, serves, informs, mobilizes, speaks up, tension.',
      zh: '一次只连一类：牵头、服务、通报、动员、反映诉求、有矛盾。',
    },
  },
  actors: {
    title: { en: 'Who is involved', zh: '谁相关' },
    instruction: { en: 'Star those who matter for our question. Who is missing?', zh: '挑出和议题有关的各方。还漏了谁？' },
  },
  matrix: {
    title: { en: 'Who does what', zh: '分工' },
    instruction: {
      en: 'Exactly one lead for each action. Who helps, who is asked first, who is told?',
      zh: '每项行动只有一个牵头。谁配合、先征求谁、要告知谁？',
    },
  },
  gaps: {
    title: { en: 'Gaps', zh: '缺口与请求' },
    instruction: {
      en: 'Who should be talking to whom, but is not? Make it one request to one actor.',
      zh: '谁和谁本该联系却没有联系？写成对某一方的一个请求。',
    },
  },
} as const satisfies Readonly<Record<string, AreaTexts>>

/** Groups in which the actors are listed, with the kinds that each takes. The party's own stand apart, as the hub. */
export const ACTOR_GROUPS: readonly { id: string; title: Bilingual; kinds: readonly StakeholderKind[] }[] = [
  { id: 'group-public', title: { en: 'Government and units', zh: '政府与单位' }, kinds: ['government', 'unit'] },
  { id: 'group-social', title: { en: 'Social organizations', zh: '社会组织' }, kinds: ['social'] },
  { id: 'group-market', title: { en: 'Market', zh: '市场主体' }, kinds: ['market'] },
  { id: 'group-people', title: { en: 'People', zh: '居民群众' }, kinds: ['people'] },
]

/** Column heads of the responsibility matrix. */
export const MATRIX_HEADS: readonly { id: string; title: Bilingual }[] = [
  { id: 'matrix-action', title: { en: 'Action', zh: '行动' } },
  { id: 'matrix-lead', title: { en: 'Lead', zh: '牵头' } },
  { id: 'matrix-support', title: { en: 'Support', zh: '配合' } },
  { id: 'matrix-consult', title: { en: 'Consult', zh: '征求意见' } },
  { id: 'matrix-inform', title: { en: 'Inform', zh: '告知' } },
]
