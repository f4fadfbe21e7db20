import * as z from 'zod/mini'
import { CARD_KINDS } from '../board/card.ts'
import { nameSchema, roleSchema } from '../protocol/api.ts'
import { COMMAND_LIMITS } from './command-limits.ts'
import { ROUND_KINDS } from './round.ts'
import { PHASE_PERMISSIONS } from './state.ts'

/** A participantId as the server makes them, and room for what it may make one day. */
const personIdSchema = z.string().check(z.minLength(1), z.maxLength(64))

const L = COMMAND_LIMITS
const idText = (length: number) => z.string().check(z.minLength(1), z.maxLength(length), z.regex(/^[\w~-]+$/))
const recordId = z.string().check(z.minLength(1), z.maxLength(100))
const count = (max: number) => z.int().check(z.gte(0), z.lte(max))
const shortText = z.string().check(z.maxLength(L.nameLength))
const bilingual = (length: number) => z.object({ en: z.string().check(z.maxLength(length)), zh: z.string().check(z.maxLength(length)) })
/** A phase's id as the templates and the editor make them. */
const phaseIdSchema = idText(40)
const areaSchema = z.string().check(z.maxLength(40))

const phaseSchema = z.object({
  id: phaseIdSchema,
  name: bilingual(L.nameLength),
  instruction: bilingual(L.instructionLength),
  minutes: count(L.minutes),
  area: areaSchema,
  can: z.array(z.enum(PHASE_PERMISSIONS)).check(z.maxLength(PHASE_PERMISSIONS.length)),
  privacy: z.enum(['open', 'hidden', 'group', 'secret']),
  limits: z.optional(
    z.object({ notes: z.optional(count(L.drafts)), votes: z.optional(count(L.budget)), maxPerItem: z.optional(count(L.budget)) }),
  ),
  named: z.optional(z.boolean()),
  noteKind: z.optional(z.enum(CARD_KINDS)),
  noteArea: z.optional(areaSchema),
})

/** Commands set state, so sending one twice does no harm. */
export const commandSchema = z.discriminatedUnion('type', [
  /** Start a phase (its timer starts with its minutes), or end the agenda with null. */
  z.object({ type: z.literal('set-phase'), phaseId: z.nullable(z.string().check(z.maxLength(40))) }),
  /** Remaining time from now; at most 24 hours. */
  z.object({ type: z.literal('set-timer'), remainingMs: z.number().check(z.gte(0), z.lte(86_400_000)), running: z.boolean() }),
  /** Rename oneself. */
  z.object({ type: z.literal('set-name'), name: nameSchema }),
  /** Facilitators: what somebody may do from now on. It stands until a facilitator changes it or they use the facilitators' link. */
  z.object({ type: z.literal('set-role'), id: personIdSchema, role: roleSchema }),
  /** Facilitators: put somebody out; they are gone when this is answered. */
  z.object({ type: z.literal('remove-person'), id: personIdSchema }),
  /** Facilitators: may new people join? Who is in stays and can come back. */
  z.object({ type: z.literal('set-entry'), open: z.boolean() }),
  /**
   * Facilitators: the whole agenda. A running phase that is no longer in it ends. `over` is the `agendaVersion` that was changed: when
   * another facilitator was faster the answer is `conflict`, so that neither's change is lost unseen.
   */
  z.object({
    type: z.literal('set-agenda'),
    agenda: z.array(phaseSchema).check(z.maxLength(L.phases)),
    over: z.optional(z.int().check(z.gte(0))),
  }),
  /** Facilitators: the running phase from its beginning; `run` is the run that is repeated, so that a retry repeats it once. */
  z.object({ type: z.literal('repeat-phase'), run: count(1_000_000) }),
  /** Facilitators: rename somebody, for a roster that says who is in the room. */
  z.object({ type: z.literal('rename-person'), id: personIdSchema, name: nameSchema }),
  /**
   * Write or rewrite a hidden note of one's own; an empty text takes it back. `edit` is chosen at random for each change and stays when
   * it is sent again: a note that was turned over before its author heard that it had arrived is not written a second time.
   */
  z.object({
    type: z.literal('write-draft'),
    phaseId: phaseIdSchema,
    id: idText(40),
    text: z.string().check(z.maxLength(L.draftLength)),
    edit: z.optional(idText(40)),
  }),
  /** Facilitators: all hidden notes of a phase onto the board. A group's member: those of the group (`group`). */
  z.object({ type: z.literal('reveal-notes'), phaseId: phaseIdSchema, group: z.optional(idText(40)) }),
  /** Facilitators: erase hidden notes that nobody wants to reveal. */
  z.object({ type: z.literal('discard-notes'), phaseId: phaseIdSchema }),
  z.object({ type: z.literal('set-ready'), run: count(1_000_000), ready: z.boolean() }),
  z.object({ type: z.literal('set-hand'), up: z.boolean() }),
  /** Facilitators: lower somebody's hand when it was their turn. */
  z.object({ type: z.literal('lower-hand'), id: personIdSchema }),
  /** Facilitators: who works together. */
  z.object({
    type: z.literal('set-groups'),
    groups: z
      .array(z.object({ id: idText(40), name: shortText, members: z.array(personIdSchema).check(z.maxLength(L.people)) }))
      .check(z.maxLength(L.groups)),
  }),
  /** Facilitators: let people vote, rate or take a stance on these cards. One round at a time. */
  z.object({
    type: z.literal('open-round'),
    id: idText(40),
    kind: z.enum(ROUND_KINDS),
    title: shortText,
    cards: z.array(recordId).check(z.minLength(1), z.maxLength(L.candidates)),
    budget: count(L.budget),
    cap: count(L.budget),
  }),
  /**
   * One's whole ballot, again and again until the round closes; no marks take it back. Facilitators: for somebody without a device,
   * under the same `proxy` each time. `edit` as in `write-draft`: the ballot that was counted is answered with yes when it is sent again.
   */
  z.object({
    type: z.literal('cast-ballot'),
    roundId: idText(40),
    marks: z.record(recordId, count(L.budget)),
    proxy: z.optional(idText(40)),
    edit: z.optional(idText(40)),
  }),
  /** Facilitators: publish the totals, and erase who gave what for good. */
  z.object({ type: z.literal('close-round'), id: idText(40) }),
  /** Facilitators: end a round without a result; the ballots are erased. */
  z.object({ type: z.literal('cancel-round'), id: idText(40) }),
  /** Facilitators: ask everybody to look at an area, or at what somebody sees. */
  z.object({
    type: z.literal('set-attention'),
    attention: z.discriminatedUnion('mode', [
      z.object({ mode: z.literal('free') }),
      z.object({ mode: z.literal('area'), area: areaSchema }),
      z.object({ mode: z.literal('person'), id: personIdSchema }),
    ]),
  }),
  /** Facilitators: nobody else changes the board. */
  z.object({ type: z.literal('lock-board'), locked: z.boolean() }),
  /** Facilitators: areas that are not drawn for participants yet. */
  z.object({ type: z.literal('hide-areas'), areas: z.array(areaSchema).check(z.maxLength(L.phases)) }),
])
export type WorkshopCommand = z.infer<typeof commandSchema>
