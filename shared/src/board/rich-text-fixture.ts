import fc from 'fast-check'
import type { RichTextMark, RichTextNode } from './rich-text.ts'

/** Any rich text that tldraw's editor could write, in any of the ways in which JSON can say it. */
export function anyRichText(): fc.Arbitrary<RichTextNode> {
  const words = fc.string({ unit: fc.constantFrom('停', '水', 'a', 'b', ' ', '😀'), minLength: 1, maxLength: 6 })
  const link = fc.record({ type: fc.constant('link'), attrs: fc.record({ href: fc.webUrl(), target: fc.constant('_blank') }) })
  const plainMark = fc.record({
    type: fc.constantFrom('bold', 'italic', 'strike', 'highlight'),
    ...{ attrs: fc.constantFrom({}, undefined) },
  })
  const marks: fc.Arbitrary<RichTextMark[]> = fc.uniqueArray(fc.oneof(plainMark as fc.Arbitrary<RichTextMark>, link), {
    selector: (mark) => mark.type,
    maxLength: 3,
  })
  const piece = fc.record({ type: fc.constant('text'), text: words, marks: fc.option(marks, { nil: undefined }) })
  const inline = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.constant({ type: 'hardBreak' })), { maxLength: 4 })
  const dir = fc.constantFrom({ dir: 'auto' }, { dir: 'rtl' }, undefined, { dir: null })
  const paragraph = fc.record({ type: fc.constant('paragraph'), attrs: dir, content: inline })
  const heading = fc.record({ type: fc.constant('heading'), attrs: fc.record({ level: fc.integer({ min: 1, max: 6 }) }), content: inline })
  const { block } = fc.letrec<{ block: RichTextNode; list: RichTextNode; item: RichTextNode }>((tie) => ({
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      paragraph as fc.Arbitrary<RichTextNode>,
      heading as fc.Arbitrary<RichTextNode>,
      tie('list'),
    ),
    list: fc.record({
      type: fc.constantFrom('bulletList', 'orderedList'),
      attrs: fc.constantFrom({ start: 1, type: null }, undefined),
      content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }) as fc.Arbitrary<RichTextNode>,
    item: fc.record({
      type: fc.constant('listItem'),
      content: fc
        .tuple(paragraph, fc.array(tie('block'), { maxLength: 1 }))
        .map(([first, rest]): RichTextNode[] => [first as RichTextNode, ...rest]),
    }) as fc.Arbitrary<RichTextNode>,
  }))
  return fc.array(block, { maxLength: 4 }).map((content): RichTextNode => JSON.parse(JSON.stringify({ type: 'doc', content })))
}

/** A few hundred of them, the same in each run. */
export function someRichTexts(count: number): RichTextNode[] {
  return fc.sample(anyRichText(), { seed: 20260302, numRuns: count })
}
