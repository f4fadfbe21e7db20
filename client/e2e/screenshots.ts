import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type { Locale } from '@remedyboard/shared/protocol/locale'
import type { TLShapeId } from 'tldraw'
import { test } from './fixtures.ts'
import type { Board } from './board.ts'
import { smallPng } from './small-png.ts'
import { createBoard, join, participantLink } from './workshop.ts'

/** Where the README looks for them. */
const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url))

const LARGEST_BYTES = 300 * 1024

/** A card in an area, at a place in it. */
interface Card {
  id: string
  kind: 'dilemma' | 'remedy' | 'action' | 'evidence' | 'note'
  area: string
  x: number
  y: number
  w: number
  h: number
  text: string
}

/** What the group of the pictures has done so far. */
interface Work {
  title: string
  people: readonly [string, string, string]
  cards: readonly Card[]
}

/** Ids of cards that a group links, its own and the template's. */
const LINKS: readonly (readonly [string, string])[] = [
  ['drivers', 'r1-1'],
  ['volunteers', 'r4'],
]

function cardsOf(texts: Readonly<Record<string, string>>): Card[] {
  const local = (id: string, kind: Card['kind'], x: number, y: number, h: number): Card => ({
    id,
    kind,
    area: 'local',
    x,
    y,
    w: 340,
    h,
    text: texts[id] ?? '',
  })
  const side = (id: string, kind: Card['kind'], area: string, y: number, h: number): Card => ({
    id,
    kind,
    area,
    x: 24,
    y,
    w: 312,
    h,
    text: texts[id] ?? '',
  })
  return [
    local('notices', 'dilemma', 24, 130, 98),
    local('drivers', 'dilemma', 400, 130, 98),
    local('volunteers', 'dilemma', 776, 130, 98),
    local('water', 'evidence', 24, 252, 98),
    local('lift', 'dilemma', 400, 252, 98),
    local('doors', 'remedy', 776, 252, 98),
    side('name-1', 'note', 'welcome', 176, 70),
    side('name-2', 'note', 'welcome', 262, 70),
    side('plan-1', 'action', 'plan', 186, 126),
    side('plan-2', 'action', 'plan', 336, 126),
    side('north-gate', 'note', 'parking', 150, 70),
  ]
}

const WORK: Readonly<Record<Locale, Work>> = {
  en: {
    title: 'East Street: what helps here?',
    people: ['Li Wei', 'Aunt Zhou', 'Chen Bo'],
    cards: cardsOf({
      notices: 'Older people living alone miss the notices',
      drivers: 'Night-shift drivers are never at meetings',
      volunteers: 'Two volunteers do the work of ten',
      water: '2 March: water off, 41 homes were not told',
      lift: 'Nobody decides who repairs the lift',
      doors: 'House leads knock on doors, once a month',
      'name-1': 'Zhou, block 7',
      'name-2': 'Chen, night shift',
      'plan-1': 'House leads list who needs a call. Zhou, by 15 December',
      'plan-2': 'One page of rules for the lift. Li, by 20 December',
      'north-gate': 'Parking at the north gate',
    }),
  },
  'zh-CN': {
    title: '东街社区 · 困境与对策研讨',
    people: ['李伟', '周阿姨', '陈波'],
    cards: cardsOf({
      notices: '独居老人不会用手机，通知收不到',
      drivers: '夜班司机总赶不上开会',
      volunteers: '两名志愿者干着十个人的活',
      water: '3 月 2 日停水，41 户没接到通知',
      lift: '电梯坏了，不知道该谁修',
      doors: '楼长每月上门走一遍',
      'name-1': '周阿姨，7 号楼',
      'name-2': '陈波，开夜班车',
      'plan-1': '楼长登记需要打电话的老人。周阿姨牵头，12 月 15 日前',
      'plan-2': '电梯维修公约写成一页纸。李伟牵头，12 月 20 日前',
      'north-gate': '北门停车问题',
    }),
  },
}

async function putCards(page: Page, cards: readonly Card[]): Promise<void> {
  await page.evaluate((wanted) => {
    const editor = window.remedyboard?.editor
    if (!editor) throw new Error('no board')
    const areas = new Map(editor.getCurrentPageShapes().map((shape) => [shape.meta['area'], shape.id]))
    const shapes = wanted.map(({ id, area, x, y, kind, w, h, text }) => {
      return { id: `shape:${id}`, type: 'card', parentId: areas.get(area), x, y, props: { kind, w, h, size: 'm', text } }
    })
    // tldraw's types do not know our card
    editor.createShapes(shapes as unknown as Parameters<typeof editor.createShapes>[0])
    editor.selectNone()
  }, cards)
}

async function link(page: Page): Promise<void> {
  await page.evaluate((pairs) => {
    const editor = window.remedyboard?.editor
    if (!editor) throw new Error('no board')
    for (const [from, to] of pairs) {
      const id = `shape:${from}-${to}` as TLShapeId
      editor.createShape({ id, type: 'arrow', parentId: editor.getCurrentPageId(), props: { end: { x: 100, y: 0 } } })
      for (const [terminal, toId] of [
        ['start', `shape:${from}`],
        ['end', `shape:${to}`],
      ] as const) {
        const props = { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' }
        editor.createBinding({ type: 'arrow', fromId: id, toId: toId as TLShapeId, props })
      }
    }
  }, LINKS)
}

/** Points at a place, as somebody who talks about it does. */
async function pointAt({ page }: Board, card: string): Promise<void> {
  const at = await page.evaluate((id) => {
    const editor = window.remedyboard?.editor
    const bounds = editor?.getShapePageBounds(`shape:${id}` as TLShapeId)
    return bounds && editor?.pageToScreen({ x: bounds.x + bounds.w * 0.72, y: bounds.y + bounds.h * 0.7 })
  }, card)
  if (!at) throw new Error(`no card "${card}"`)
  await page.mouse.move(at.x - 40, at.y - 30)
  await page.mouse.move(at.x, at.y, { steps: 4 })
}

for (const [locale, name] of [
  ['en', 'board-en'],
  ['zh-CN', 'board-zh'],
] as const) {
  test(`picture of a half-worked board: ${name}.png`, async ({ newPerson, server }) => {
    const { title, people, cards } = WORK[locale]
    const lead = await createBoard(await newPerson({ locale }), { url: server.url(), locale, template: 'dilemma-remedy', title })
    const address = await participantLink(lead)
    const others = []
    for (const person of people.slice(1)) others.push(await join(await newPerson({ locale }), { link: address, name: person, locale }))
    await putCards(lead.page, cards)
    await link(lead.page)
    await lead.page.evaluate(async () => {
      // the ninth step of its agenda, 6:42 before its end
      await window.remedyboard?.session.send({ type: 'set-phase', phaseId: 'A9' })
      await window.remedyboard?.session.send({ type: 'set-timer', remainingMs: 402_000, running: true })
    })
    const [zhou, chen] = others
    if (!zhou || !chen) throw new Error('two others')
    for (const board of [lead, zhou, chen]) await board.isSaved()
    await pointAt(zhou, 'notices')
    await pointAt(chen, 'r3-2')
    await expect(lead.page.locator('.tl-nametag')).toHaveCount(2)
    await lead.cameraRests()
    const picture = smallPng(await lead.page.screenshot())
    expect(picture.byteLength).toBeLessThanOrEqual(LARGEST_BYTES)
    await mkdir(IMAGES, { recursive: true })
    await writeFile(`${IMAGES}${name}.png`, picture)
  })
}
