import type { Bilingual } from '../workshop/state.ts'

/** Dilemmas to which the paper itself has little to say: a good question for a workshop. */
export interface PaperGap {
  id: string
  /** ids of the paper's dilemmas (`origin.paper`) */
  dilemmas: readonly string[]
  /** what the paper leaves open, and why it matters */
  text: Bilingual
}

/**
 * The gaps of the paper, found when its content was gathered (`known_gaps` of `templates/content/paper-content.json`, to which a test
 * holds them). Kept apart from that file, because panels need these few lines and not all 90 kB.
 */
export const PAPER_GAPS: readonly PaperGap[] = [
  {
    id: 'gap-talent',
    dilemmas: ['d1-1', 'd1-1a', 'd1-1b'],
    text: {
      en: 'The paper gives no direct remedy for the shortage of rural talent and leaders; only weak links exist. Good first question for a workshop.',
      zh: '论文未就农村人才与带头人短缺提出直接对策，仅有弱关联，适合作为研讨首题。',
    },
  },
  {
    id: 'gap-cadres',
    dilemmas: ['d2-3', 'd3-4'],
    text: {
      en: '3.2 finds "ability panic" among members and cadres; 4.3 answers it for party members only. The cadres\' side has only inferred remedies.',
      zh: '3.2 指党员和干部均有“本领恐慌”，4.3 仅针对党员提出对策，干部方面只有推断性对策。',
    },
  },
  {
    id: 'gap-speech',
    dilemmas: ['d2-2b', 'd2-2a', 'd2-5'],
    text: {
      en: 'Misreading opinion, harmful speech and misjudging trends have only inferred remedies.',
      zh: '对群众思想把握不准、应对不良言论、形势研判等仅有推断性的对策。',
    },
  },
]

/** What to ask about any dilemma without a remedy (`q-gap` of the same file). */
export const GAP_QUESTION: Bilingual = {
  en: 'This difficulty has no remedy yet. What would you try?',
  zh: '这个困境还没有对策，你会怎么试？',
}

/** The gap that a dilemma of the paper belongs to. */
export function paperGapOf(paper: string | null): PaperGap | undefined {
  return paper === null ? undefined : PAPER_GAPS.find(({ dilemmas }) => dilemmas.includes(paper))
}
