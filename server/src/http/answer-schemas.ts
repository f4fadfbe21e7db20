import type {
  AssetResponse,
  BoardLinks,
  BoardResponse,
  CommandResponse,
  ConfigResponse,
  CreateBoardResponse,
  FontSubsetResponse,
  JoinResponse,
  LinksResponse,
  ReturnLinkResponse,
  TemplatesResponse,
} from '@remedyboard/shared/protocol/api'
import { CARD_KINDS } from '@remedyboard/shared/board/card'
import { TEMPLATE_IDS } from '@remedyboard/shared/protocol/api'
import { ROUND_KINDS, type RoundResult } from '@remedyboard/shared/workshop/round'
import { PHASE_PERMISSIONS } from '@remedyboard/shared/workshop/state'
import { ROLES } from '@remedyboard/shared/protocol/role'
import type { Phase, Timer } from '@remedyboard/shared/workshop/state'
import type { RosterEntry, SessionView } from '@remedyboard/shared/workshop/view'
import * as z from 'zod/mini'

/*
 * What the API answers, for its description. Each schema is tied to the type that the routes are written with, and the tests
 * read real answers with it, so that neither can drift. They stand here because only the description needs them: clients trust
 * their own server, and need not load this.
 */

const role = z.enum(ROLES)
const bilingual = z.strictObject({ en: z.string(), zh: z.string() })
const boardLinks: z.ZodMiniType<BoardLinks> = z.strictObject({ facilitator: z.string(), participant: z.string(), viewer: z.string() })

export const createBoardAnswer: z.ZodMiniType<CreateBoardResponse> = z.strictObject({
  id: z.string(),
  title: z.string(),
  joinCode: z.string(),
  keys: z.strictObject({ facilitator: z.string(), participant: z.string(), viewer: z.string() }),
  links: boardLinks,
})

export const joinAnswer: z.ZodMiniType<JoinResponse> = z.strictObject({
  boardId: z.string(),
  participantId: z.string(),
  role,
  token: z.string(),
})

const phase: z.ZodMiniType<Phase> = z.strictObject({
  id: z.string(),
  name: bilingual,
  instruction: bilingual,
  minutes: z.number(),
  area: z.string(),
  can: z.array(z.enum(PHASE_PERMISSIONS)),
  privacy: z.enum(['open', 'hidden', 'group', 'secret']),
  limits: z.optional(z.strictObject({ notes: z.optional(z.number()), votes: z.optional(z.number()), maxPerItem: z.optional(z.number()) })),
  named: z.optional(z.boolean()),
  noteKind: z.optional(z.enum(CARD_KINDS)),
  noteArea: z.optional(z.string()),
})

const timer: z.ZodMiniType<Timer> = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('idle') }),
  z.strictObject({ state: z.literal('running'), endsAt: z.number(), durationMs: z.number() }),
  z.strictObject({ state: z.literal('paused'), remainingMs: z.number(), durationMs: z.number() }),
])

const rosterEntry: z.ZodMiniType<RosterEntry> = z.strictObject({
  id: z.string(),
  name: z.string(),
  role,
  joinedAt: z.number(),
  via: z.optional(role),
  appointed: z.optional(z.boolean()),
  returns: z.optional(z.number()),
  awaySince: z.optional(z.number()),
  ready: z.boolean(),
  wrote: z.optional(z.union([z.number(), z.boolean()])),
})

const roundFields = {
  id: z.string(),
  kind: z.enum(ROUND_KINDS),
  title: z.string(),
  cards: z.array(z.string()),
  budget: z.number(),
  cap: z.number(),
}

const result: z.ZodMiniType<RoundResult> = z.strictObject({
  ...roundFields,
  closedAt: z.number(),
  ballots: z.number(),
  proxies: z.number(),
  people: z.number(),
  items: z.array(z.strictObject({ cardId: z.string(), total: z.number(), spread: z.array(z.number()) })),
})

const drafts = z.array(z.strictObject({ id: z.string(), text: z.string() }))

const sessionView: z.ZodMiniType<SessionView> = z.strictObject({
  version: z.number(),
  agenda: z.array(phase),
  agendaVersion: z.number(),
  phaseId: z.nullable(z.string()),
  phaseRun: z.number(),
  timer,
  entryOpen: z.boolean(),
  linksVersion: z.number(),
  ready: z.number(),
  taking: z.number(),
  hands: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  groups: z.array(z.strictObject({ id: z.string(), name: z.string(), members: z.array(z.string()) })),
  writing: z.nullable(z.strictObject({ notes: z.number(), people: z.number() })),
  round: z.nullable(z.strictObject({ ...roundFields, openedAt: z.number(), ballots: z.number() })),
  results: z.array(result),
  attention: z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('free') }),
    z.strictObject({ mode: z.literal('area'), area: z.string() }),
    z.strictObject({ mode: z.literal('person'), id: z.string() }),
  ]),
  boardLocked: z.boolean(),
  hiddenAreas: z.array(z.string()),
  roster: z.optional(z.array(rosterEntry)),
  unrevealed: z.optional(z.array(z.strictObject({ phaseId: z.string(), notes: z.number() }))),
  me: z.strictObject({
    id: z.string(),
    name: z.string(),
    role,
    ready: z.boolean(),
    drafts,
    groupDrafts: drafts,
    ballot: z.nullable(z.record(z.string(), z.number())),
  }),
})

export const boardAnswer: z.ZodMiniType<BoardResponse> = z.strictObject({
  id: z.string(),
  title: z.string(),
  template: z.string(),
  locale: z.string(),
  joinCode: z.string(),
  session: sessionView,
})

export const linksAnswer: z.ZodMiniType<LinksResponse> = z.strictObject({ joinCode: z.string(), joinUrl: z.string(), links: boardLinks })

export const returnLinkAnswer: z.ZodMiniType<ReturnLinkResponse> = z.strictObject({ link: z.string(), expiresAt: z.number() })

export const commandAnswer: z.ZodMiniType<CommandResponse> = z.strictObject({ version: z.number() })

export const assetAnswer: z.ZodMiniType<AssetResponse> = z.strictObject({ url: z.string() })

export const fontSubsetAnswer: z.ZodMiniType<FontSubsetResponse> = z.strictObject({
  faces: z.array(z.strictObject({ unicodeRange: z.string(), woff2: z.string() })),
})

export const configAnswer: z.ZodMiniType<ConfigResponse> = z.strictObject({
  tldrawLicenseKey: z.nullable(z.string()),
  createKeyRequired: z.boolean(),
  version: z.string(),
})

export const templatesAnswer: z.ZodMiniType<TemplatesResponse> = z.strictObject({
  templates: z.array(
    z.strictObject({ id: z.enum(TEMPLATE_IDS), name: bilingual, description: bilingual, minutes: z.nullable(z.number()) }),
  ),
})

export const statusAnswer = z.strictObject({ status: z.string() })
