import type { ActionStatus, Duty, Setting } from '../board/card.ts'
import type { Bilingual } from '../workshop/state.ts'

/** A problem that somebody wrote in the example, as the workshop left it. */
export interface ExampleProblem {
  id: string
  text: Bilingual
  setting: Setting
  tags: readonly Bilingual[]
  /** evidence */
  place: Bilingual
  period: Bilingual
  affected: number
  case?: Bilingual
  /** paper ids of the remedies that answer it; none = still open */
  answers: readonly { remedy: string; why: Bilingual }[]
  /** ballots that gave it 0, 1 and 2 dots; none when it was merged before the vote */
  spread?: readonly [number, number, number]
  /** id of the problem it was merged into */
  mergedInto?: string
}

/** Problems of one kind under a name that the group settled. */
export interface ExampleCluster {
  id: string
  name: Bilingual
  problems: readonly ExampleProblem[]
}

/** Somebody of the example who takes part in an action; `paper` when the paper names them. */
export interface ExamplePartner {
  id: string
  text: Bilingual
  actorKind: 'party' | 'government' | 'unit' | 'social' | 'market' | 'people'
}

/** What the example's workshop agreed on. Days count from the day on which the board is made. */
export interface ExampleAction {
  id: string
  text: Bilingual
  /** paper id of the remedy it comes from */
  remedy: string
  startIn: number
  dueIn: number
  status: ActionStatus
  measure: Bilingual
  duties: Readonly<Partial<Record<string, Duty>>>
}

const TAG = {
  housing: { en: 'housing', zh: '物业' },
  elders: { en: 'elders', zh: '养老' },
  safety: { en: 'safety', zh: '安全' },
  newcomers: { en: 'newcomers', zh: '新群体' },
  information: { en: 'information', zh: '信息' },
} satisfies Record<string, Bilingual>

/** An invented community; nothing here happened to anybody. */
export const EXAMPLE_CLUSTERS: readonly ExampleCluster[] = [
  {
    id: 'houses',
    name: { en: 'Our buildings', zh: '楼里的烦心事' },
    problems: [
      {
        id: 'leak',
        text: { en: 'Roof leaks: reported three times, nobody came', zh: '屋顶漏水，报修三次没人来' },
        setting: 'urban',
        tags: [TAG.housing],
        place: { en: 'Buildings 5 and 7', zh: '5 号楼、7 号楼' },
        period: { en: 'since last spring', zh: '去年春天起' },
        affected: 46,
        case: {
          en: 'A family on the sixth floor has moved the bed into the hall.',
          zh: '六楼一户把床搬到了客厅。',
        },
        answers: [
          { remedy: 'r3-1b', why: { en: 'One grid worker takes the report and follows it up.', zh: '由网格员统一接单、跟到底。' } },
        ],
        spread: [4, 5, 9],
      },
      {
        id: 'leak-again',
        text: { en: 'Nobody repairs the leaking roof', zh: '楼顶漏水没人修' },
        setting: 'urban',
        tags: [TAG.housing],
        place: { en: 'Building 7', zh: '7 号楼' },
        period: { en: 'two rainy seasons', zh: '连着两个雨季' },
        affected: 12,
        answers: [],
        // stands between its target and the next card: there is room for the sign that it was merged
        mergedInto: 'leak',
      },
      {
        id: 'bikes',
        text: { en: 'E-bikes charge in the stairwell', zh: '电动车在楼道里充电' },
        setting: 'urban',
        tags: [TAG.housing, TAG.safety],
        place: { en: 'Dongjie, old blocks', zh: '东街老小区' },
        period: { en: 'every evening', zh: '每天晚上' },
        affected: 180,
        answers: [
          { remedy: 'r3-2a', why: { en: 'Members of each entrance begin with their own.', zh: '各单元党员带头，先管好自己的车。' } },
        ],
        spread: [6, 6, 6],
      },
    ],
  },
  {
    id: 'care',
    name: { en: 'Care and closeness', zh: '照料与走访' },
    problems: [
      {
        id: 'alone',
        text: { en: 'Elders who live alone get no regular visit', zh: '独居老人没人定期上门' },
        setting: 'both',
        tags: [TAG.elders],
        place: { en: 'Whole community', zh: '全社区' },
        period: { en: 'all year', zh: '常年' },
        affected: 63,
        case: { en: 'One fall was noticed only the next day.', zh: '一位老人摔倒，第二天才有人发现。' },
        answers: [
          { remedy: 'r3-4b', why: { en: 'Visits become part of the service list.', zh: '把上门走访列入服务清单。' } },
          {
            remedy: 'r1-3b',
            why: { en: 'Neighbours, volunteers and the clinic share the list.', zh: '邻居、志愿者和卫生站共用一份名单。' },
          },
        ],
        spread: [8, 6, 4],
      },
      {
        id: 'forms',
        text: { en: 'Proofs only on workdays, when people work', zh: '开证明只在上班时间办' },
        setting: 'both',
        tags: [TAG.information],
        place: { en: 'Service hall', zh: '便民大厅' },
        period: { en: 'since January', zh: '今年一月以来' },
        affected: 210,
        answers: [{ remedy: 'r1-2', why: { en: 'One evening a week in the courtyard.', zh: '每周一晚到院里办。' } }],
        spread: [9, 7, 2],
      },
      {
        id: 'rumours',
        text: { en: 'Rumours in chat groups travel faster than we do', zh: '群里谣言跑得比通知快' },
        setting: 'both',
        tags: [TAG.information],
        place: { en: 'Residents’ chat groups', zh: '居民微信群' },
        period: { en: 'last winter', zh: '去年冬天' },
        affected: 900,
        answers: [],
        spread: [11, 5, 2],
      },
    ],
  },
  {
    id: 'reach',
    name: { en: 'Whom we do not reach', zh: '还没联系上的人' },
    problems: [
      {
        id: 'couriers',
        text: { en: 'Couriers and tenants know nobody here', zh: '快递小哥、租户没人联系' },
        setting: 'urban',
        tags: [TAG.newcomers],
        place: { en: 'Market street', zh: '商业街' },
        period: { en: 'two years', zh: '近两年' },
        affected: 320,
        answers: [{ remedy: 'r3-3a', why: { en: 'A meeting point in the market, where they are.', zh: '把活动点设到商圈里去。' } }],
        spread: [12, 5, 1],
      },
      {
        id: 'village',
        text: { en: 'Young people have left the village', zh: '村里年轻人都出去了' },
        setting: 'rural',
        tags: [TAG.newcomers],
        place: { en: 'Nanwan village', zh: '南湾村' },
        period: { en: 'ten years', zh: '十来年' },
        affected: 140,
        answers: [{ remedy: 'r3-3b', why: { en: 'The cooperative gives a reason to come back.', zh: '合作社有活干，人才愿意回来。' } }],
        spread: [14, 4, 0],
      },
    ],
  },
]

export const EXAMPLE_PARTNERS: readonly ExamplePartner[] = [
  { id: 'committee', text: { en: 'Residents’ committee', zh: '居民委员会' }, actorKind: 'social' },
  { id: 'property', text: { en: 'Property management', zh: '物业公司' }, actorKind: 'market' },
  { id: 'clinic', text: { en: 'Community clinic', zh: '社区卫生站' }, actorKind: 'unit' },
  { id: 'volunteers', text: { en: 'Volunteers', zh: '志愿者' }, actorKind: 'people' },
]

export const EXAMPLE_ACTIONS: readonly ExampleAction[] = [
  {
    id: 'repair-desk',
    text: { en: 'One repair desk: every report gets a name and a date', zh: '报修“一口受理”，件件有人有日期' },
    remedy: 'r3-1b',
    startIn: 3,
    dueIn: 24,
    status: 'started',
    measure: { en: 'No report older than 7 days', zh: '没有超过 7 天的报修' },
    duties: { property: 'lead', committee: 'support' },
  },
  {
    id: 'visits',
    text: { en: 'A visit every week for 63 elders', zh: '63 位独居老人每周一访' },
    remedy: 'r3-4b',
    startIn: 7,
    dueIn: 30,
    status: 'planned',
    measure: { en: 'Visit list complete, four weeks in a row', zh: '走访记录连续四周齐全' },
    duties: { committee: 'lead', volunteers: 'support', clinic: 'consult' },
  },
  {
    id: 'charging',
    text: { en: 'Charging shed for 40 e-bikes', zh: '建 40 个车位的充电棚' },
    remedy: 'r3-2a',
    startIn: 14,
    dueIn: 60,
    status: 'planned',
    measure: { en: 'No e-bike in a stairwell on three night checks', zh: '三次夜查，楼道里没有电动车' },
    // nobody leads it yet: the plan shows what is missing
    duties: { property: 'support', committee: 'consult' },
  },
]

/** Title of the voting round. */
export const EXAMPLE_ROUND_TITLE: Bilingual = { en: 'Which problems matter most?', zh: '哪些问题最要紧？' }
