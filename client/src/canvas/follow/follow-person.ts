import type { Editor } from 'tldraw'

/** Shows what a person sees, as they move about. Nothing happens when they are not on a canvas now. */
export function followPerson(editor: Editor, participantId: string): void {
  if (participantId !== editor.user.getId()) editor.startFollowingUser(participantId)
}
