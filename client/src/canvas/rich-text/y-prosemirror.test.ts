import { someRichTexts } from '@remedyboard/shared/board/rich-text-fixture'
import { bearRichText, readRichText } from '@remedyboard/shared/board/rich-text-fragment'
import { canonicalRichText } from '@remedyboard/shared/board/rich-text'
import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { tipTapDefaultExtensions } from 'tldraw'
import { describe, expect, it } from 'vitest'
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror'
import * as Y from 'yjs'

const schema = getSchema(tipTapDefaultExtensions)
const texts = someRichTexts(300)

function bound(fragment: Y.XmlFragment): { doc: Y.Doc; fragment: Y.XmlFragment } {
  const doc = new Y.Doc()
  doc.getMap('m').set('richText', fragment)
  return { doc, fragment }
}

describe('our layout of rich text', () => {
  it('is what y-prosemirror reads', () => {
    for (const value of texts) {
      const node = yXmlFragmentToProseMirrorRootNode(bound(bearRichText(value)).fragment, schema)
      node.check()
      expect(canonicalRichText(node.toJSON())).toEqual(canonicalRichText(Node.fromJSON(schema, canonicalRichText(value)).toJSON()))
    }
  })

  it('is what y-prosemirror writes', () => {
    texts.forEach((value, index) => {
      const { doc, fragment } = bound(bearRichText(texts.at(index - 1)))
      const node = Node.fromJSON(schema, canonicalRichText(value))
      updateYFragment(doc, fragment, node, { mapping: new Map(), isOMark: new Map() })
      expect(readRichText(fragment)).toEqual(canonicalRichText(node.toJSON()))
    })
  })
})
