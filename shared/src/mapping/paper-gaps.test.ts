import { describe, expect, it } from 'vitest'
import content from '../templates/content/paper-content.json' with { type: 'json' }
import { buildTemplate } from '../templates/build-template.ts'
import { coverage } from './coverage.ts'
import { GAP_QUESTION, PAPER_GAPS, paperGapOf } from './paper-gaps.ts'

describe('the gaps of the paper', () => {
  it('are those of the content file', () => {
    const listed = content.known_gaps.map(({ id, dilemmas, en, zh }) => ({ id, dilemmas, text: { en, zh } }))
    expect(PAPER_GAPS).toEqual(listed)
    expect(content.prompts.find(({ id }) => id === 'q-gap')).toMatchObject(GAP_QUESTION)
  })

  it('explain each dilemma that the untouched template leaves without an answer', () => {
    for (const { cardId, state } of coverage(buildTemplate('dilemma-remedy', 'en').records).units) {
      if (state !== 'covered') expect(paperGapOf(cardId.slice('shape:'.length)), cardId).toBeDefined()
    }
    expect(paperGapOf(null)).toBeUndefined()
  })
})
