import paperText from './content/paper-text.json' with { type: 'json' }

/** A quotation where it stands in the paper. */
export interface PaperPassage {
  /** headings above it, outermost first: "3. EFFECT AND PROBLEMS…", "3.2. The Practical Dilemma…" */
  headings: readonly string[]
  /** the paragraph up to the quotation, the quotation, the rest of the paragraph */
  before: string
  quote: string
  after: string
}

/** "4. INNOVATION…", "3.2. The Practical…", "3.1.1. Guaranteeing…": how deep a heading is; 0 for a paragraph. */
function headingDepth(paragraph: string): number {
  const number = /^(\d(?:\.\d)*)\. /u.exec(paragraph)?.[1]
  return number === undefined || paragraph.length > 200 ? 0 : number.split('.').length
}

/** A page break may split a paragraph: what begins in the middle of a sentence goes on with the last one. */
function wholeParagraphs(parts: readonly string[]): string[] {
  const whole: string[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (last !== undefined && headingDepth(last) === 0 && !/[.!?”"]$/u.test(last) && /^[a-z]/u.test(part))
      whole[whole.length - 1] = `${last} ${part}`
    else whole.push(part)
  }
  return whole
}

/** Where the paper says this, word for word; null when it does not. */
export function paperPassage(quote: string): PaperPassage | null {
  if (quote === '') return null
  const paragraphs = wholeParagraphs(paperText.paragraphs)
  const at = paragraphs.findIndex((paragraph) => headingDepth(paragraph) === 0 && paragraph.includes(quote))
  const found = at >= 0 ? at : paragraphs.findIndex((paragraph) => paragraph.includes(quote))
  const paragraph = paragraphs[found]
  if (paragraph === undefined) return null
  const start = paragraph.indexOf(quote)
  return {
    headings: headingsAbove(paragraphs, found),
    before: paragraph.slice(0, start),
    quote,
    after: paragraph.slice(start + quote.length),
  }
}

function headingsAbove(paragraphs: readonly string[], at: number): string[] {
  const headings: string[] = []
  let depth = Infinity
  for (let i = at - 1; i >= 0 && depth > 1; i--) {
    const heading = paragraphs[i] ?? ''
    const own = headingDepth(heading)
    if (own === 0 || own >= depth) continue
    headings.unshift(heading)
    depth = own
  }
  return headings
}
