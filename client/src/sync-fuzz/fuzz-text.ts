import { Editor as TextEditor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { meetTexts, type AreaText } from '../canvas/card/meet-texts.ts'

/** A text that somebody has open, as React would keep it on the page: it looks at the store when it is rendered, not at once. */
export interface FuzzText {
  readonly id: TLShapeId
  /** At `at`, `remove` characters give way to `insert`; a line break opens a new line where there are lines. */
  type(at: number, remove: number, insert: string): void
  undo(): void
  /** React renders: what others wrote comes in. */
  render(): void
  /** React unmounts. */
  close(): void
}

/** Opens a shape's text; null when it has none that can be open. */
export function openFuzzText(editor: Editor, shape: TLShape): FuzzText | null {
  if (shape.type === ('card' as never)) return new CardText(editor, shape.id)
  return 'richText' in shape.props ? new RichText(editor, shape) : null
}

const textIn = (shape: TLShape | undefined): string | undefined => (shape?.props as { text?: string } | undefined)?.text

/** As `use-card-text.ts` does with a real text area. */
class CardText implements FuzzText {
  readonly id: TLShapeId
  readonly #editor: Editor
  #base: string
  #area: AreaText

  constructor(editor: Editor, id: TLShapeId) {
    this.id = id
    this.#editor = editor
    this.#base = textIn(editor.getShape(id)) ?? ''
    this.#area = { value: this.#base, start: 0, end: 0 }
  }

  type(at: number, remove: number, insert: string): void {
    const { value } = this.#area
    // No caret stands within an emoji.
    const letters = [...value]
    const before = letters.slice(0, at % (letters.length + 1))
    const start = before.join('').length
    this.#area = {
      value: [...before, insert, ...letters.slice(before.length + remove)].join(''),
      start: start + insert.length,
      end: start + insert.length,
    }
    this.render()
  }

  undo(): void {
    // Browsers undo within the text area by themselves.
  }

  render(): void {
    const remote = textIn(this.#editor.getShape(this.id)) ?? this.#base
    this.#area = meetTexts(this.#base, this.#area, remote)
    this.#base = this.#area.value
    if (this.#editor.getShape(this.id) && remote !== this.#base) {
      this.#editor.updateShape({ id: this.id, type: 'card', props: { text: this.#base } } as never)
    }
  }

  close(): void {
    // Nothing but the text area goes.
  }
}

/** As tldraw's `RichTextArea` does. */
class RichText implements FuzzText {
  readonly id: TLShapeId
  readonly #view: TextEditor

  constructor(editor: Editor, { id, type, props }: TLShape) {
    this.id = id
    this.#view = new TextEditor({
      element: document.createElement('div'),
      ...editor.getTextOptions().tipTapConfig,
      content: (props as { richText: object }).richText,
      onUpdate: ({ editor: { state } }) => {
        if (editor.getEditingShapeId() === id) editor.updateShape({ id, type, props: { richText: state.doc.toJSON() } } as never)
      },
    })
  }

  type(at: number, remove: number, insert: string): void {
    const { view } = this.#view
    const end = () => view.state.doc.content.size - 1
    const from = outsidePairs(view.state.doc, Math.max(1, at % (end() + 1)))
    const to = outsidePairs(view.state.doc, Math.min(from + remove, end()))
    view.dispatch(
      view.state.tr.setSelection(TextSelection.between(view.state.doc.resolve(from), view.state.doc.resolve(Math.max(from, to)))),
    )
    const [first = '', ...lines] = insert.split('\n')
    view.dispatch(view.state.tr.deleteSelection().insertText(first))
    for (const line of lines) {
      this.#view.commands.splitBlock()
      view.dispatch(view.state.tr.insertText(line))
    }
    if (at % 11 === 0) this.#view.chain().selectAll().toggleMark('bold').run()
  }

  undo(): void {
    this.#view.commands.keyboardShortcut('Mod-z')
  }

  render(): void {
    // ProseMirror follows the shared text by itself.
  }

  close(): void {
    this.#view.destroy()
  }
}

/** No caret stands within an emoji. */
function outsidePairs(doc: Node, position: number): number {
  return /[\ud800-\udbff]/.test(doc.textBetween(position - 1, position)) ? position - 1 : position
}
