import { commandSchema } from '@remedyboard/shared/workshop/command'
import * as fc from 'fast-check'
import type * as z from 'zod/mini'

/**
 * Requests that look like commands, made from the schema itself, so that a command that is added to it is tried without a word here:
 * most fields have a value of the right type that means something in the test's workshop, some have one that nobody expects.
 */

/** Stands for a body that is longer than any command; `written` writes it out. */
const TOO_LARGE = '@large'

/** Stand for people of the workshop; `written` puts their real ids in. */
const PLACEHOLDERS = ['@0', '@1', '@2', '@3', '@4', '@5'] as const

const PEOPLE = fc.constantFrom(...PLACEHOLDERS)
const PHASES = fc.constantFrom('open', 'hidden', 'named', 'group', 'vote')
const CARDS = fc.constantFrom('shape:1', 'shape:2', 'shape:3')
const IDS = fc.constantFrom('r1', 'r2', 'g1', 'd1', 'd2', 'e1', 'e2')
const HOSTILE = fc.constantFrom(
  '',
  '  ',
  '__proto__',
  'constructor',
  'toString',
  'x'.repeat(41),
  'x'.repeat(81),
  'y'.repeat(501),
  'z'.repeat(2_001),
  '漏水没人管',
  '\ud800',
  '\u0000',
  '../../etc',
  'a/b/',
  'proxy~uncle',
  '👩‍👩‍👧'.repeat(9),
  '<img src=x onerror=alert(1)>',
)

/** What a field of this name usually holds. */
function stringFor(field: string): fc.Arbitrary<string> {
  switch (field) {
    case 'phaseId':
      return PHASES
    case 'roundId':
      return IDS
    case 'cards':
      return CARDS
    case 'members':
      return PEOPLE
    case 'area':
    case 'areas':
    case 'noteArea':
      return fc.constantFrom('local', 'remedies')
    case 'id':
      return fc.oneof(PEOPLE, IDS, PHASES)
    default:
      return fc.oneof(fc.constantFrom('Lin', '王芳', 'a note', ' '), IDS)
  }
}

const text = (field: string): fc.Arbitrary<string> =>
  fc.oneof({ weight: 12, arbitrary: stringFor(field) }, { weight: 1, arbitrary: HOSTILE }, { weight: 1, arbitrary: fc.string() })

const number: fc.Arbitrary<number> = fc.oneof(
  { weight: 10, arbitrary: fc.nat({ max: 5 }) },
  fc.constantFrom(-1, 0.5, 51, 1e6 + 1, 86_400_001, 1e300, -0),
  fc.integer(),
)

/** What no field holds. */
const wrong: fc.Arbitrary<unknown> = fc.oneof(fc.constant(null), fc.constant([]), fc.constant({}), fc.boolean(), number, HOSTILE)

/** A value for a schema, right in most of its parts. */
function valueFor(schema: z.core.$ZodType, field: string): fc.Arbitrary<unknown> {
  const { def } = (schema as z.core.$ZodTypes)._zod // the union of all kinds, as zod's own documentation walks it
  const made = ((): fc.Arbitrary<unknown> => {
    switch (def.type) {
      case 'object':
        return objectFor(def.shape, field)
      case 'union':
        return fc.oneof(...def.options.map((option) => valueFor(option, field)))
      case 'array':
        return fc.array(valueFor(def.element, field), { maxLength: 4 })
      case 'record':
        return fc.dictionary(fc.oneof({ weight: 6, arbitrary: CARDS }, HOSTILE), valueFor(def.valueType, field), { maxKeys: 3 })
      case 'optional':
        return valueFor(def.innerType, field)
      case 'nullable':
        return fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 5, arbitrary: valueFor(def.innerType, field) })
      case 'literal':
        return fc.constantFrom(...def.values)
      case 'enum':
        return fc.constantFrom(...Object.values(def.entries))
      case 'boolean':
        return fc.boolean()
      case 'number':
        return number
      case 'string':
        return text(field)
      default:
        throw new Error(`Teach this file what a schema of type ${def.type} holds.`)
    }
  })()
  return def.type === 'literal' ? made : fc.oneof({ weight: 60, arbitrary: made }, { weight: 1, arbitrary: wrong })
}

function objectFor(shape: Readonly<Record<string, z.core.$ZodType>>, field: string): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => [name, valueFor(schema, name === 'en' || name === 'zh' ? field : name)]),
  )
  const requiredKeys = Object.entries(shape).flatMap(([name, schema]) =>
    (schema as z.core.$ZodTypes)._zod.def.type === 'optional' ? [] : [name],
  )
  const whole = fc.record(fields, { requiredKeys })
  return fc.oneof(
    { weight: 40, arbitrary: whole },
    // A field is missing, or one is there that nobody asked for.
    { weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.tuple(whole, HOSTILE, wrong).map(([value, name, extra]) => ({ ...value, [`${name}!`]: extra })) },
  )
}

/** One arbitrary for each command of the schema. */
export const COMMANDS: readonly fc.Arbitrary<unknown>[] = commandSchema.def.options.map((option) => valueFor(option, ''))

/** The bodies of requests, as text: commands, and what is none. */
export const bodyArb: fc.Arbitrary<string> = fc.oneof(
  { weight: 30, arbitrary: fc.oneof(...COMMANDS).map((command) => JSON.stringify(command)) },
  { weight: 1, arbitrary: wrong.map((value) => JSON.stringify(value)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '{',
      'null',
      '[]',
      '{"type":"set-hand","up":true',
      '{"__proto__":{"type":"set-hand","up":true}}',
      '{"type":"set-hand","up":true,"up":false}',
      `{"type":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
      TOO_LARGE,
      '{"type":"set-name","name":"\\ud800"}',
    ),
  },
)

/** The body as it is sent. */
export function written(body: string, ids: readonly string[]): string {
  if (body === TOO_LARGE) return `{"type":"set-name","name":"${'n'.repeat(300_000)}"}`
  return body.replaceAll(/"@(\d)"/g, (_, number: string) => JSON.stringify(ids[Number(number)]))
}
