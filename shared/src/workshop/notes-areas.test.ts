import { expect, it } from 'vitest'
import { agendaOf } from '../templates/agenda.ts'
import { notesAreas } from './notes-areas.ts'

it('finds where the hidden notes of an area went', () => {
  const agenda = agendaOf('A')
  expect(notesAreas(agenda, 'dilemmas')).toEqual(['local'])
  expect(notesAreas(agenda, 'welcome')).toEqual([])
  expect(notesAreas(agenda, 'nowhere')).toEqual([])
})
