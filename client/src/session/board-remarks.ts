import { RemarkReader } from '@remedyboard/shared/board/remark-reader'
import { deleteRemark, resolveComment, setMeToo, writeComment, type Remark } from '@remedyboard/shared/board/remarks'
import { boardMapping } from './board-mapping.ts'
import type { BoardSession } from './board-session.ts'
import { newId } from './new-id.ts'
import { Cell, type Readable } from './readable.ts'
import { ReadMarks } from './read-marks.ts'

/** What people said about one card, merged cards' remarks included. */
export interface CardRemarks {
  /** in the order in which they were said */
  comments: readonly Remark[]
  /** one of each person */
  meToo: readonly Remark[]
  /** comments that nobody has marked as dealt with */
  open: number
  /** others' comments that were not shown on this device yet */
  unread: number
}

/** The remarks of the open board, live. Told at most once per frame. */
export interface BoardRemarks {
  /** by record id of the card that stands on the board; an entry that reads the same is the same object */
  readonly byCard: Readable<ReadonlyMap<string, CardRemarks>>
  /** True for this person's own remark. */
  isMine(remark: Remark): boolean
  write(card: string, text: string): void
  setMeToo(card: string, on: boolean): void
  remove(id: string): void
  resolve(id: string, resolved: boolean): void
  /** This person has seen all comments on the card. */
  markRead(card: string): void
}

type Source = Pick<BoardSession, 'board' | 'doc' | 'index' | 'onRecordChanges' | 'serverNow' | 'view'>

const opened = new WeakMap<Source, BoardRemarks>()

/** The one reader of an open board's remarks: made on first use, gone with the session. */
export function boardRemarks(session: Source, nextFrame: (run: () => void) => void = requestAnimationFrame): BoardRemarks {
  const known = opened.get(session)
  if (known) return known
  const remarks = followRemarks(session, nextFrame)
  opened.set(session, remarks)
  return remarks
}

function followRemarks(session: Source, nextFrame: (run: () => void) => void): BoardRemarks {
  const { doc, view } = session
  const { graph } = boardMapping(session, nextFrame)
  const marks = new ReadMarks(session.board.id, () => session.serverNow())
  const isMine = ({ stamp }: Remark) => stamp === null || stamp.author === view.get().me.id

  const read = (former: ReadonlyMap<string, CardRemarks>): ReadonlyMap<string, CardRemarks> => {
    const { targets } = graph.get()
    const byTarget = new Map<string, Remark[]>()
    for (const [card, remarks] of reader.byCard) {
      const target = targets.get(card) ?? card
      const before = byTarget.get(target)
      byTarget.set(target, before ? [...before, ...remarks].sort(byTime) : [...remarks])
    }
    return new Map([...byTarget].map(([card, remarks]) => [card, sameOr(former.get(card), summed(card, remarks))]))
  }
  const summed = (card: string, remarks: readonly Remark[]): CardRemarks => {
    const comments = remarks.filter(({ kind }) => kind === 'comment')
    return {
      comments,
      meToo: oneOfEach(remarks.filter(({ kind }) => kind === 'me-too')),
      open: comments.filter(({ resolved }) => !resolved).length,
      unread: comments.filter((remark) => !isMine(remark) && remark.stamp !== null && remark.stamp.at > marks.seenAt(card)).length,
    }
  }

  let isDue = false
  const readSoon = () => {
    if (isDue) return
    isDue = true
    nextFrame(() => {
      isDue = false
      byCard.set(read(byCard.get()))
    })
  }
  const reader = new RemarkReader(doc, readSoon)
  const byCard = new Cell(read(new Map()))
  let { targets } = graph.get()
  graph.subscribe(() => {
    if (graph.get().targets !== targets) readSoon()
    targets = graph.get().targets
  })

  return {
    byCard,
    isMine,
    write: (card, text) => writeComment(doc, `remark:${newId()}`, card, text),
    setMeToo(card, on) {
      const { id: me } = view.get().me
      if (on) return setMeToo(doc, card, me, true)
      // Whoever said it to two cards that were merged takes both back.
      for (const one of reader.byCard.keys()) if ((graph.get().targets.get(one) ?? one) === card) setMeToo(doc, one, me, false)
    },
    remove: (id) => deleteRemark(doc, id),
    resolve: (id, resolved) => resolveComment(doc, id, resolved),
    markRead(card) {
      const latest = byCard.get().get(card)?.comments.at(-1)?.stamp?.at
      if (latest !== undefined && marks.see(card, latest)) readSoon()
    },
  }
}

function byTime(a: Remark, b: Remark): number {
  return (a.stamp?.at ?? Infinity) - (b.stamp?.at ?? Infinity) || (a.id < b.id ? -1 : 1)
}

/** Who said it to two cards that were merged said it once. */
function oneOfEach(remarks: readonly Remark[]): Remark[] {
  return [...new Map(remarks.map((remark) => [remark.stamp?.author ?? '', remark])).values()]
}

function sameOr(former: CardRemarks | undefined, next: CardRemarks): CardRemarks {
  const isSame = former?.unread === next.unread && areSame(former.comments, next.comments) && areSame(former.meToo, next.meToo)
  return isSame ? former : next
}

function areSame(a: readonly Remark[], b: readonly Remark[]): boolean {
  return a.length === b.length && a.every((remark, i) => remark === b[i])
}
